package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class MailFormatsTest {

    private static final String HEADERS = "From: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>\nTo: a@example.org\n"
            + "Date: Mon, 5 Jan 2026 10:00:00 +0100\nSubject: =?utf-8?B?"
            + Base64.getEncoder().encodeToString("Müll & Plan".getBytes(StandardCharsets.UTF_8))
            + "?=\nMIME-Version: 1.0\n";

    private static final String START = """
            From: Jürgen <j@example.org>
            To: a@example.org
            Date: Mon, 5 Jan 2026 10:00:00 +0100
            Subject: Müll & Plan

            """;

    @Test
    void readsHeadersAndQuotedPrintableText() throws UnreadableDocumentException {
        Document document = Reading.read(
                "a.eml",
                HEADERS
                        + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "Gr=FC=DFe,=\n bis bald\n\n> said\n");

        assertThat(document.text()).isEqualTo(START + "Grüße, bis bald\n\n> said");
        assertThat(document.title()).isEqualTo("Müll & Plan");
        assertThat(document.headings()).isEmpty();
        assertThat(document.mediaType()).isEqualTo("message/rfc822");
    }

    @Test
    void prefersPlainTextAndReadsAttachments() throws UnreadableDocumentException {
        String mail = HEADERS + "Content-Type: multipart/mixed; boundary=B\n\n--B\n"
                + "Content-Type: multipart/alternative; boundary=A\n\n--A\nContent-Type: text/plain\n\nPlain text.\n"
                + "--A\nContent-Type: text/html\n\n<p>Not wanted</p>\n--A--\n"
                + "--B\nContent-Type: application/octet-stream; name=plan.md\nContent-Disposition: attachment;"
                + " filename=plan.md\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString("# Goal\nWin.".getBytes(StandardCharsets.UTF_8)) + "\n"
                + "--B\nContent-Type: image/png\nContent-Disposition: attachment; filename=\"cat.png\"\n"
                + "Content-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABeDS1kAAAAABJRU5ErkJggg==\n"
                + "--B--\n";

        Document document = Reading.read("a.eml", mail);

        assertThat(document.text()).isEqualTo(START + "Plain text.\n\nplan.md\n\nGoal\n\nWin.\n\nAttachment: cat.png");
        assertThat(Reading.headings(document)).containsExactly("1 plan.md", "2 Goal");
    }

    @Test
    void readsHtmlWhereThereIsNothingElse() throws UnreadableDocumentException {
        assertThat(Reading.text(
                        "a.eml",
                        HEADERS + "Content-Type: text/html; charset=utf-8\n\n<p style='display:none'>pre</p>"
                                + "<p>One</p><p>Two ü</p>"))
                .isEqualTo(START + "One\n\nTwo ü");
    }

    @Test
    void readsOutlooksFormat() throws IOException, UnreadableDocumentException {
        byte[] msg = msg("0037001F", "The plan", "1000001F", "Do it\nsoon.", "0C1A001F", "Ann", "0E04001F", "Bob");

        Document document = Reading.read("a.msg", msg);

        assertThat(document.text()).isEqualTo("From: Ann\nTo: Bob\nSubject: The plan\n\nDo it\nsoon.");
        assertThat(document.title()).isEqualTo("The plan");
    }

    private static byte[] msg(String... properties) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < properties.length; i += 2) {
                byte[] value = properties[i + 1].getBytes(StandardCharsets.UTF_16LE);
                files.createDocument(new ByteArrayInputStream(value), "__substg1.0_" + properties[i]);
            }
            files.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
