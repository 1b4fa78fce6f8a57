package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markdown, rendered to what a reader of the page sees. Text that cannot be parsed is kept as plain text. */
@Singleton
final class MarkdownFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "text/markdown";

    private static final Set<String> EXTENSIONS =
            Set.of("md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx", "qmd", "rmd");

    /** Deeper nesting than any author's; beyond it the rest is read as text. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    MarkdownFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.contains(name.extension()) ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE) || mediaType.equals("text/x-markdown");
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public boolean isSimple() {
        return true;
    }

    @Override
    public String spokenName() {
        return "Markdown";
    }

    @Override
    public Content read(Input input) {
        String source = StoredText.clean(TextBytes.decode(input.bytes()));
        // Marks take a part of a source, never most of it; the tree of a longer one would fill the memory.
        if (source.length() / 2 > input.maxCharacters()) {
            throw new TooLongException(input.maxCharacters());
        }
        try {
            return parsed(source, input);
        } catch (StackOverflowError e) {
            return PlainTextFormat.read(source, input);
        }
    }

    private static Content parsed(String source, Input input) {
        Node document = PARSER.parse(source);
        YamlFrontMatterVisitor frontMatter = new YamlFrontMatterVisitor();
        document.accept(frontMatter);
        List<String> title = frontMatter.getData().getOrDefault("title", List.of());
        TextBuilder text = new TextBuilder(input.maxCharacters());
        new MarkdownText(text).blocks(document);
        Content content = text.build(title.isEmpty() ? null : title.getFirst(), TitleSource.HEADING);
        // Some people call plain text Markdown.
        return content.headings().isEmpty() ? content.with(PlainHeadings.of(content.text())) : content;
    }
}
