package io.docent.document;

import static io.docent.document.Samples.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;

/** Files as nobody wants them, by name: what the folder and the upload route have to bear. */
final class AwkwardFiles {

    private static final String DOCX_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private AwkwardFiles() {}

    /** The small ones. */
    static Map<String, byte[]> small() throws IOException {
        AwkwardFiles made = new AwkwardFiles();
        made.brokenOnes();
        made.strangeText();
        made.deepOnes();
        return made.files;
    }

    /** Those that are large, or become so. */
    static Map<String, byte[]> large() throws IOException {
        AwkwardFiles made = new AwkwardFiles();
        made.bombs();
        made.longOnes();
        return made.files;
    }

    private void brokenOnes() throws IOException {
        Map<String, byte[]> samples = Samples.all();
        for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
            String ending = sample.getKey();
            byte[] good = sample.getValue();
            Random random = new Random(ending.hashCode());
            byte[] noise = new byte[5000];
            random.nextBytes(noise);
            files.put("empty." + ending, new byte[0]);
            files.put("half." + ending, Arrays.copyOf(good, good.length / 2));
            files.put("almost." + ending, Arrays.copyOf(good, good.length - 1));
            files.put("noise." + ending, noise);
            files.put("zeros." + ending, new byte[5000]);
            files.put("flipped." + ending, flipped(good, random));
            files.put("noise behind." + ending, joined(good, noise));
            samples.forEach((other, bytes) -> {
                if (!other.equals(ending)) {
                    files.put(other + " called." + ending, bytes);
                }
            });
        }
    }

    private static byte[] flipped(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 1 + bytes.length / 200; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private void strangeText() {
        StringBuilder planes = new StringBuilder("Planes: ");
        for (int code = 0x21; code <= Character.MAX_CODE_POINT; code += 251) {
            if (Character.getType(code) != Character.SURROGATE) {
                planes.appendCodePoint(code).append(code % 20 == 0 ? ".\n" : " ");
            }
        }
        for (String ending : new String[] {"txt", "md", "html", "csv", "json", "eml"}) {
            files.put("planes." + ending, utf8(planes.toString()));
            files.put("turned." + ending, utf8("Pay \u202E001\u202C euros, \u2066never\u2069 more.\u200F"));
            files.put(
                    "invalid." + ending, joined(utf8("Good words. "), new byte[] {(byte) 0xC3, 'x', (byte) 0xFF, ' '}));
            files.put("marks." + ending, utf8("e" + "\u0301".repeat(2000) + " is one letter."));
            files.put("crs." + ending, utf8("one\rtwo\r\nthree\u2028four\u0085five"));
        }
    }

    private void deepOnes() throws IOException {
        int deep = 20_000;
        files.put("deep.html", utf8("<div>".repeat(deep) + "inside" + "</div>".repeat(deep)));
        files.put("deep lists.html", utf8("<ul><li>".repeat(deep) + "inside"));
        files.put("deep tables.html", utf8("<table><tr><td>".repeat(deep / 4) + "inside"));
        files.put("deep.md", utf8("> ".repeat(deep) + "inside\n\n" + "- ".repeat(deep) + "inside"));
        files.put("brackets.md", utf8("[".repeat(deep) + "inside" + "](x)".repeat(deep)));
        files.put("stars.md", utf8("*a _b ".repeat(deep)));
        files.put("ticks.md", utf8("`".repeat(deep) + "inside " + "``x` ".repeat(deep)));
        files.put("deep.rtf", utf8("{\\rtf1 " + "{\\b ".repeat(deep) + "inside" + "}".repeat(deep) + "}"));
        files.put("deep.json", utf8("[".repeat(deep) + "]".repeat(deep)));
        files.put("deep.xml", utf8("<a>".repeat(deep) + "inside" + "</a>".repeat(deep)));
        files.put(
                "deep.odt",
                Samples.openDocument("<text:p>".repeat(deep / 4) + "inside" + "</text:p>".repeat(deep / 4)));
        files.put("deep.epub", Samples.epub("<div>".repeat(deep) + "inside" + "</div>".repeat(deep)));
        files.put("deep.docx", docx("<w:p><w:r>".repeat(deep) + "<w:t>inside</w:t>" + "</w:r></w:p>".repeat(deep)));
        StringBuilder mail = new StringBuilder("From: a@example.org\nSubject: deep\nMIME-Version: 1.0\n");
        for (int i = 0; i < 2000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        files.put("deep.eml", utf8(mail + "\ninside"));
        byte[] nested = Samples.of("docx");
        for (int i = 0; i < 30; i++) {
            nested = Samples.withPart(Samples.of("docx"), "word/embeddings/inside.docx", nested);
        }
        files.put("archives in archives.docx", nested);
    }

    private static byte[] docx(String body) throws IOException {
        String document = "<?xml version=\"1.0\"?><w:document xmlns:w=\"" + DOCX_NAMESPACE + "\"><w:body>" + body
                + "</w:body></w:document>";
        return Samples.withPart(Samples.of("docx"), "word/document.xml", utf8(document));
    }

    private void bombs() throws IOException {
        Map<String, String> parts = Map.of(
                "docx", "word/document.xml",
                "xlsx", "xl/worksheets/sheet1.xml",
                "pptx", "ppt/slides/slide1.xml",
                "odt", "content.xml",
                "epub", "c.xhtml");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            files.put("bomb." + part.getKey(), bomb(Samples.of(part.getKey()), part.getValue()));
        }
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">" + laughs() + "]>";
        files.put("laughs.odt", Samples.openDocument(laughs, "<text:p>&l9;</text:p>"));
        files.put(
                "laughs.docx",
                Samples.withPart(
                        Samples.of("docx"),
                        "word/document.xml",
                        utf8(laughs + "<w:document xmlns:w=\"" + DOCX_NAMESPACE
                                + "\"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>")));
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            String before = i == 0 ? "&a;" : "&l" + (i - 1) + ";";
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    /** More spaces in a part than a document may unpack to ({@link ZipParts}), in a file of a few hundred kilobytes. */
    private static byte[] bomb(byte[] zip, String part) throws IOException {
        byte[] without = Samples.withPart(zip, part, new byte[0]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] spaces = utf8(" ".repeat(1 << 20));
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(without));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    copy.write(utf8("<a>"));
                    for (int i = 0; i < 160; i++) {
                        copy.write(spaces);
                    }
                }
                in.transferTo(copy);
            }
        }
        return out.toByteArray();
    }

    private void longOnes() throws IOException {
        int length = 3 << 19; // more than is read without a process
        for (String ending : new String[] {"txt", "md", "html", "csv", "json", "eml"}) {
            files.put("no end." + ending, utf8("a".repeat(length)));
            files.put("no line end." + ending, utf8("word ".repeat(length / 5)));
        }
        files.put("lines.md", utf8("\n".repeat(length) + "x"));
        files.put("commas.csv", utf8(",".repeat(length)));
        files.put("quotes.csv", utf8("\"".repeat(length)));
        Pdf pages = new Pdf();
        for (int i = 0; i < 1000; i++) {
            pages.page("Page " + i + " tells of gauge " + i + ".", "It was built in " + (1000 + i) + ".");
        }
        files.put("pages.pdf", pages.bytes());
        files.put("cells.xlsx", sheet(1000, 1000));
    }

    private static byte[] sheet(int rows, int columns) throws IOException {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int i = 1; i <= rows; i++) {
            xml.append("<row r=\"").append(i).append("\">");
            for (int j = 0; j < columns; j++) {
                String column = CellReference.convertNumToColString(j);
                xml.append("<c r=\"")
                        .append(column)
                        .append(i)
                        .append("\"><v>")
                        .append(i + j)
                        .append("</v></c>");
            }
            xml.append("</row>");
        }
        return Samples.withPart(
                Samples.of("xlsx"),
                "xl/worksheets/sheet1.xml",
                utf8(xml.append("</sheetData></worksheet>").toString()));
    }
}
