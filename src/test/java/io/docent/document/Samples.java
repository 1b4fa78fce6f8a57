package io.docent.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A small good file of every format. */
final class Samples {

    private static final String SENTENCE = "The gauge measures pressure in narrow pipes.";

    private Samples() {}

    /** By ending. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("txt", utf8(SENTENCE));
        all.put("md", utf8("# Gauge\n\n" + SENTENCE + "\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
        all.put("html", utf8("<!DOCTYPE html><title>Gauge</title><h1>Gauge</h1><p>" + SENTENCE + "</p>"));
        all.put("csv", utf8("Name,Weight\nGauge,3\n\"Narrow, pipe\",4\n"));
        all.put("json", utf8("{\"text\": \"" + SENTENCE + "\"}"));
        all.put("xml", utf8("<?xml version=\"1.0\"?><text>" + SENTENCE + "</text>"));
        all.put("rtf", utf8("{\\rtf1\\ansi " + SENTENCE + "\\par {\\b bold} more}"));
        all.put("eml", utf8("""
                        From: a@example.org
                        Subject: Gauge
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain

                        The gauge measures pressure in narrow pipes.
                        --b
                        Content-Type: text/html
                        Content-Disposition: attachment; filename=a.html

                        <p>It is calibrated once a year.
                        --b--
                        """));
        all.put(
                "pdf",
                new Pdf()
                        .title("Gauge")
                        .page(SENTENCE)
                        .page("It is calibrated once a year.")
                        .bytes());
        all.put("docx", docx());
        all.put("xlsx", workbook(new XSSFWorkbook()));
        all.put("xls", workbook(new HSSFWorkbook()));
        all.put("pptx", pptx());
        all.put("ppt", ppt());
        all.put("odt", openDocument("<text:p>" + SENTENCE + "</text:p>"));
        all.put("epub", epub("<p>" + SENTENCE + "</p>"));
        return all;
    }

    static byte[] of(String ending) throws IOException {
        return Objects.requireNonNull(all().get(ending), ending);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(SENTENCE);
            document.createTable(2, 2).getRow(0).getCell(0).setText("cell");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] workbook(Workbook empty) throws IOException {
        try (Workbook workbook = empty;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Gauges").createRow(0).createCell(0).setCellValue(SENTENCE);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pptx() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide().createTextBox().setText(SENTENCE);
            show.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] ppt() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide().createTextBox().setText(SENTENCE);
            show.write(out);
            return out.toByteArray();
        }
    }

    static byte[] openDocument(String body) throws IOException {
        return openDocument("", body);
    }

    static byte[] openDocument(String doctype, String body) throws IOException {
        return new Zip()
                .mediaType("application/vnd.oasis.opendocument.text")
                .part(
                        "content.xml",
                        "<?xml version=\"1.0\"?>" + doctype + "<office:document-content xmlns:office=\"o\""
                                + " xmlns:text=\"t\"><office:body><office:text>" + body
                                + "</office:text></office:body></office:document-content>")
                .bytes();
    }

    static byte[] epub(String body) throws IOException {
        return new Zip()
                .mediaType("application/epub+zip")
                .part(
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>")
                .part(
                        "a.opf",
                        "<package><metadata><dc:title>Gauge</dc:title></metadata><manifest><item id=\"c\""
                                + " href=\"c.xhtml\"/></manifest><spine><itemref idref=\"c\"/></spine></package>")
                .part("c.xhtml", "<html><body>" + body + "</body></html>")
                .bytes();
    }

    /** A zip with one of its parts, or a new one, as said. */
    static byte[] withPart(byte[] zip, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(copy);
                }
            }
            copy.putNextEntry(new ZipEntry(name));
            copy.write(content);
        }
        return out.toByteArray();
    }
}
