package io.docent.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool; what it is called and what it takes and gives stands in {@code NAME.json} beside this class. For any thread. */
sealed interface Tool permits AskTool, SearchTool, ListTool, ReadTool {

    String name();

    /**
     * Does what is asked.
     *
     * @throws ToolException where the arguments are not as they have to be
     */
    Result call(@Nullable Map<String, Object> arguments);

    /**
     * What comes of it.
     *
     * @param data as {@code outputSchema} has it
     * @param links to the spans that it names
     */
    record Result(Object data, List<ResourceLink> links) {

        public Result {
            links = List.copyOf(links);
        }
    }
}
