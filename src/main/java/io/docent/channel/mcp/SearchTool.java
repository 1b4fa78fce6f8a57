package io.docent.channel.mcp;

import io.docent.access.PublicUrl;
import io.docent.answer.Citation;
import io.docent.answer.Question;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Retriever;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds passages. */
@Singleton
final class SearchTool implements Tool {

    private static final Set<String> ARGUMENTS = Set.of("query", "limit");

    private static final int MOST = 20;

    private static final int USUALLY = 5;

    private final Retriever retriever;
    private final PublicUrl publicUrl;

    SearchTool(Retriever retriever, PublicUrl publicUrl) {
        this.retriever = retriever;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Result call(@Nullable Map<String, Object> values) {
        Arguments arguments = new Arguments(values, ARGUMENTS);
        String query = arguments.text("query", Question.LONGEST);
        int limit = arguments.number("limit", USUALLY, 1, MOST);
        List<Retrieved> found = retriever.retrieve(query, Set.of(), limit).passages();
        return new Result(
                new Passages(found.stream().map(this::passage).toList()),
                found.stream().map(SearchTool::link).toList());
    }

    private static ResourceLink link(Retrieved found) {
        return place(found)
                .link(
                        found.document().source(),
                        found.document().title(),
                        String.join(" › ", found.passage().headings()));
    }

    private static Place place(Retrieved passage) {
        return new Place(
                passage.document().id(),
                passage.document().hash(),
                passage.passage().span());
    }

    private Passage passage(Retrieved found) {
        Span span = found.passage().span();
        String path =
                Citation.path(found.document().id(), span, found.document().hash());
        return new Passage(
                found.document().id().value(),
                found.document().title(),
                found.document().source(),
                found.passage().page(),
                found.passage().headings(),
                found.passage().text(),
                span.start(),
                span.end(),
                found.document().hash(),
                Math.clamp(found.scores().fused(), 0.0, 1.0),
                publicUrl.resolve(path).orElse(path),
                place(found).uri());
    }

    /** As {@code outputSchema} of {@code search.json} has it. */
    record Passages(List<Passage> passages) {}

    /** A passage. */
    record Passage(
            String documentId,
            String title,
            String source,
            @Nullable Integer page,
            List<String> headings,
            String text,
            int start,
            int end,
            String hash,
            double score,
            String link,
            String resource) {}
}
