package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

class SlideFormatTest {

    @Test
    void readsEverySlideAsAPageUnderItsTitle() throws IOException, UnreadableDocumentException {
        byte[] pptx = pptx();

        Document document = Reading.read("talk.pptx", pptx);

        assertThat(document.text()).isEqualTo("""
                Why we moved

                - Costs fell
                  - by a third

                Region: North | Share: 40%
                Region: South | Share: 60%

                Notes: Say it slowly.

                What is next

                - Nothing""");
        assertThat(Reading.headings(document)).containsExactly("1 Why we moved", "1 What is next");
        assertThat(document.pages())
                .containsExactly(new Page(1, 0), new Page(2, document.text().indexOf("What is next")));
        assertThat(document.title()).isEqualTo("Why we moved");
    }

    @Test
    void readsTheOldFormat() throws IOException, UnreadableDocumentException {
        byte[] ppt = ppt();

        Document document = Reading.read("talk.ppt", ppt);

        assertThat(document.text()).isEqualTo("Old title 1\n\nSome text\n\nOld title 2\n\nSome text");
        assertThat(document.title()).isEqualTo("Old title 1");
        assertThat(document.pages()).hasSize(2);
    }

    private static byte[] pptx() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.getProperties().getCoreProperties().setTitle("PowerPoint Presentation");
            XSLFSlide first = slide(show, "Why we moved", "Costs fell");
            XSLFTextParagraph nested = first.getPlaceholder(1).addNewTextParagraph();
            nested.setIndentLevel(1);
            nested.addNewTextRun().setText("by a third");
            table(first, new String[][] {{"Region", "Share"}, {"North", "40%"}, {"South", "60%"}});
            for (XSLFTextShape notes : show.getNotesSlide(first).getPlaceholders()) {
                notes.setText(notes.getTextType() == Placeholder.BODY ? "Say it slowly." : "1");
            }
            slide(show, "What is next", "Nothing");
            show.write(out);
            return out.toByteArray();
        }
    }

    private static XSLFSlide slide(XMLSlideShow show, String title, String text) {
        XSLFSlide slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT));
        slide.getPlaceholder(0).setText(title);
        slide.getPlaceholder(1).setText(text);
        return slide;
    }

    private static void table(XSLFSlide slide, String[][] rows) {
        XSLFTable table = slide.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                table.getCell(row, column).setText(rows[row][column]);
            }
        }
    }

    private static byte[] ppt() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 1; i <= 2; i++) {
                HSLFSlide slide = show.createSlide();
                slide.addTitle().setText("Old title " + i);
                slide.createTextBox().setText("Some text");
            }
            show.write(out);
            return out.toByteArray();
        }
    }
}
