package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;

/** What the service and the process that reads documents say to each other comes over as it was said. */
class ReadingWireTest {

    @Property(tries = 200)
    void aRequestComesOver(@ForAll @NotBlank String name, @ForAll byte[] bytes, @ForAll boolean whole, @ForAll int most)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReadingWire.Request(whole, most, new RawDocument(sound(name), null, bytes))
                .write(new DataOutputStream(out));

        ReadingWire.Request read = ReadingWire.Request.read(in(out));
        assertThat(read.raw().name()).isEqualTo(sound(name));
        assertThat(read.raw().mediaType()).isNull();
        assertThat(read.raw().bytes()).isEqualTo(bytes);
        assertThat(read.whole()).isEqualTo(whole);
        assertThat(read.maxCharacters()).isEqualTo(most);
    }

    @Property(tries = 200)
    void aDocumentComesOver(@ForAll @Size(max = 50) List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Heading> headings = new ArrayList<>();
        for (String line : lines) {
            String title = sound(line).replaceAll("\\s+", " ").strip();
            if (!title.isEmpty()) {
                headings.add(new Heading(1 + headings.size() % 6, title, text.length()));
            }
            text.append(title).append("\n\n");
        }
        Document document = new Document(
                new DocumentId("d"),
                "Title 😀",
                "a.md",
                "text/markdown",
                text + "The end.",
                headings,
                List.of(new Page(1, 0)),
                "0".repeat(64));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ReadingWire.document(new DataOutputStream(out), document);

        DataInputStream in = in(out);
        assertThat(in.read()).isEqualTo(ReadingWire.DOCUMENT);
        assertThat(ReadingWire.document(in, document.id(), document.source())).isEqualTo(document);
    }

    private static DataInputStream in(ByteArrayOutputStream out) {
        return new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
    }

    /** Without halves of surrogate pairs, which no stored text has. */
    private static String sound(String text) {
        return text.replaceAll("\\p{Cs}|\\u0000", "x");
    }
}
