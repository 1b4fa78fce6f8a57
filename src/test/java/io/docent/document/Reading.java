package io.docent.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads documents as the service does, with every format it has. */
final class Reading {

    static final DocumentReader READER = ApplicationContext.run().getBean(DocumentReader.class);

    private Reading() {}

    static Document read(String name, byte[] bytes) throws UnreadableDocumentException {
        return READER.read(new DocumentId("test"), new RawDocument(name, null, bytes));
    }

    static Document read(String name, String content) throws UnreadableDocumentException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static String text(String name, String content) throws UnreadableDocumentException {
        return read(name, content).text();
    }

    /** Level and title of each. */
    static List<String> headings(Document document) {
        return document.headings().stream()
                .map(heading -> heading.level() + " " + heading.title())
                .toList();
    }

    static List<String> titles(Document document) {
        return document.headings().stream().map(Heading::title).toList();
    }

    /** Why it cannot be read. */
    static String reason(String name, byte[] bytes) {
        var exception = catchThrowableOfType(UnreadableDocumentException.class, () -> read(name, bytes));
        return Objects.requireNonNull(exception.getMessage());
    }

    static String reason(String name, String content) {
        return reason(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
