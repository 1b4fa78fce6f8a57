package io.docent.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool; what it is called and what it takes and gives stands in {@code NAME.json} beside this class. For any thread. */
sealed interface Tool permits AskTool, SearchTool, ListTool, ReadTool {

    String name();

    /**
     * Does what is asked.
     *
     * @return what {@code outputSchema} has, and the same as a text
     * @throws ToolException where the arguments are not as they have to be
     */
    CallToolResult call(@Nullable Map<String, Object> arguments);
}
