package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class WordFormatTest {

    @Test
    void readsHeadingsParagraphsListsAndTables() throws IOException, UnreadableDocumentException {
        byte[] docx = docx("");

        Document document = Reading.read("a.docx", docx);

        assertThat(document.text()).isEqualTo("""
                The Manual

                Set-up

                First line
                second line

                1. Unpack
                  - gently
                2. Plug in

                Part: Cable | Count: 2 | Colour: red
                Part: Screw | Count: 12 | Colour: none

                The end.""");
        assertThat(Reading.headings(document)).containsExactly("1 The Manual", "1 Set-up");
        assertThat(document.title()).isEqualTo("The Manual");
    }

    @Test
    void countsTheItemsOfAListThatStartsAtASetNumber() throws IOException, UnreadableDocumentException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BigInteger list = list(document);
            CTNumLvl override = document.getNumbering().getNum(list).getCTNum().addNewLvlOverride();
            override.setIlvl(BigInteger.ZERO);
            override.addNewStartOverride().setVal(BigInteger.ONE);
            item(document, list, 0, "Open the portal.");
            item(document, list, 0, "Choose a day.");
            item(document, list, 0, "Send it off.");
            document.write(out);

            assertThat(Reading.read("a.docx", out.toByteArray()).text())
                    .isEqualTo("1. Open the portal.\n2. Choose a day.\n3. Send it off.");
        }
    }

    @Test
    void prefersItsOwnTitleUnlessItIsJunk() throws IOException, UnreadableDocumentException {
        assertThat(Reading.read("a.docx", docx("Handbook")).title()).isEqualTo("Handbook");
        assertThat(Reading.read("a.docx", docx("Microsoft Word - x.doc")).title())
                .isEqualTo("The Manual");
        assertThat(Reading.read("a.docm", docx("Document1")).title()).isEqualTo("The Manual");
    }

    @Test
    void saysWhatToDoAboutAPassword() throws Exception {
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword("pw");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (var encrypted = encryptor.getDataStream(files)) {
                encrypted.write(docx(""));
            }
            files.writeFilesystem(out);
        }

        assertThat(Reading.reason("a.docx", out.toByteArray())).contains("encrypted; remove the password");
        assertThat(Reading.reason("a.xlsx", out.toByteArray())).contains("encrypted; remove the password");
        assertThat(Reading.reason("a.pptx", out.toByteArray())).contains("encrypted; remove the password");
    }

    @Test
    void saysThatAFileIsCutOff() throws IOException {
        byte[] docx = docx("");

        assertThat(Reading.reason("a.docx", java.util.Arrays.copyOf(docx, docx.length / 2)))
                .contains("damaged")
                .doesNotContain("Exception");
    }

    private static byte[] docx(String title) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(title);
            style(document, "Title", "Title");
            style(document, "Heading1", "heading 1");
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("CONFIDENTIAL");
            paragraph(document, "The Manual").setStyle("Title");
            paragraph(document, "Set-up").setStyle("Heading1");
            XWPFRun run = document.createParagraph().createRun();
            run.setText("First line");
            run.addBreak();
            run.setText("second line");
            BigInteger list = list(document);
            item(document, list, 0, "Unpack");
            item(document, list, 1, "gently");
            item(document, list, 0, "Plug in");
            table(document, new String[][] {{"Part", "Count", "Colour"}, {"Cable", "2", "red"}, {"Screw", "12", "none"}
            });
            paragraph(document, "The end.");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static void style(XWPFDocument document, String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static BigInteger list(XWPFDocument document) {
        CTAbstractNum levels = CTAbstractNum.Factory.newInstance();
        levels.setAbstractNumId(BigInteger.ZERO);
        level(levels, 0, STNumberFormat.DECIMAL, "%1.");
        level(levels, 1, STNumberFormat.BULLET, "·");
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(levels)));
    }

    private static void level(CTAbstractNum levels, int depth, STNumberFormat.Enum format, String text) {
        CTLvl level = levels.addNewLvl();
        level.setIlvl(BigInteger.valueOf(depth));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }

    private static void item(XWPFDocument document, BigInteger list, int depth, String text) {
        XWPFParagraph paragraph = paragraph(document, text);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(depth));
    }

    private static void table(XWPFDocument document, String[][] rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                table.getRow(row).getCell(column).setText(rows[row][column]);
            }
        }
    }
}
