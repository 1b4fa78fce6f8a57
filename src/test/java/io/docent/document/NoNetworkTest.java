package io.docent.document;

import static io.docent.document.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that refer to other places are read without looking there. */
class NoNetworkTest {

    @TempDir
    private Path folder;

    @Test
    void nothingADocumentRefersToIsFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + listener.getLocalPort() + "/x";

            for (Map.Entry<String, byte[]> file :
                    files(there, secret.toUri().toString()).entrySet()) {
                try {
                    assertThat(Reading.read(file.getKey(), file.getValue()).text())
                            .as(file.getKey())
                            .doesNotContain("the-secret");
                } catch (UnreadableDocumentException e) {
                    Laws.checkReason(file.getKey(), e.reason());
                }
            }

            listener.setSoTimeout(300);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(listener::accept))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Map<String, byte[]> files(String there, String secret) throws IOException {
        String entities = "<!DOCTYPE x SYSTEM \"" + there + "\" [<!ENTITY e SYSTEM \"" + secret
                + "\"><!ENTITY n SYSTEM \"" + there + "\"><!ENTITY % p SYSTEM \"" + there + "\">%p;]>";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.odt", Samples.openDocument(entities, "<text:p>words &e;&n;</text:p>"));
        for (String[] part : new String[][] {
            {"docx", "word/document.xml"}, {"docx", "word/styles.xml"}, {"docx", "docProps/core.xml"},
            {"docx", "[Content_Types].xml"}, {"xlsx", "xl/workbook.xml"}, {"xlsx", "xl/worksheets/sheet1.xml"},
            {"xlsx", "xl/sharedStrings.xml"}, {"pptx", "ppt/presentation.xml"}, {"epub", "a.opf"},
            {"epub", "META-INF/container.xml"}, {"epub", "c.xhtml"}
        }) {
            files.put(
                    part[1].replace('/', ' ') + "." + part[0],
                    Samples.withPart(Samples.of(part[0]), part[1], utf8(entities + "<x>words &e;&n;</x>")));
        }
        files.put("a.xml", utf8(entities + "<x>words &e;&n;</x>"));
        files.put(
                "a.html",
                utf8("<base href=\"" + there + "\"><link rel=stylesheet href=\"" + there + "\"><p>words<img src=\""
                        + there + "\"><script src=\"" + there + "\"></script><iframe src=\"" + secret
                        + "\"></iframe>"));
        files.put("a.md", utf8("words ![x](" + there + ") [include](" + secret + ")"));
        files.put(
                "a.rtf",
                utf8("{\\rtf1 words {\\field{\\*\\fldinst INCLUDETEXT \"" + there + "\"}{\\fldrslt x}}{\\*\\template "
                        + there + "}}"));
        files.put(
                "a.eml",
                utf8("From: a@b\nSubject: x\nContent-Type: message/external-body; access-type=URL; URL=\"" + there
                        + "\"\n\nwords"));
        return files;
    }
}
