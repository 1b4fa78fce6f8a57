package io.docent.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.jspecify.annotations.Nullable;

/** Lays out slides: title, then text, lists and tables in the order they were put there, then the notes. */
final class SlideText {

    /** The same on every slide. */
    private static final Set<Placeholder> RUNNING =
            EnumSet.of(Placeholder.SLIDE_NUMBER, Placeholder.DATETIME, Placeholder.FOOTER, Placeholder.HEADER);

    private static final Set<Placeholder> TITLES = EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);

    private final TextBuilder text;

    SlideText(TextBuilder text) {
        this.text = text;
    }

    void write(Slide<?, ?> slide) {
        String title = slide.getTitle();
        if (title != null) {
            text.heading(1, title);
        }
        for (Shape<?, ?> shape : slide.getShapes()) {
            if (!is(shape, TITLES) && !isTitle(shape, title)) {
                shape(shape);
            }
        }
        notes(slide.getNotes());
    }

    private static boolean is(Shape<?, ?> shape, Set<Placeholder> kinds) {
        return shape instanceof SimpleShape<?, ?> simple
                && simple.getPlaceholder() != null
                && kinds.contains(simple.getPlaceholder());
    }

    private static boolean isTitle(Shape<?, ?> shape, @Nullable String title) {
        return title != null && shape instanceof TextShape<?, ?> textShape && title.equals(textShape.getText());
    }

    private void shape(Shape<?, ?> shape) {
        if (is(shape, RUNNING)) {
            return;
        }
        switch (shape) {
            case TableShape<?, ?> table -> table(table);
            case GroupShape<?, ?> group -> group.getShapes().forEach(this::shape);
            case XSLFDiagram diagram -> diagram.getGroupShape().getShapes().forEach(this::shape);
            case TextShape<?, ?> box -> paragraphs(box);
            default -> text.gap(0);
        }
    }

    private void paragraphs(TextShape<?, ?> box) {
        text.gap(2);
        for (TextParagraph<?, ?, ?> paragraph : box.getTextParagraphs()) {
            String line = line(paragraph);
            if (!line.isBlank() && paragraph.getBulletStyle() != null) {
                text.item(paragraph.getIndentLevel(), line);
            } else {
                text.paragraph(line);
            }
        }
        text.gap(2);
    }

    private static String line(TextParagraph<?, ?, ?> paragraph) {
        StringBuilder line = new StringBuilder();
        for (TextRun run : paragraph.getTextRuns()) {
            line.append(run.getRawText());
        }
        return StoredText.clean(line.toString());
    }

    private void table(TableShape<?, ?> table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                TableCell<?, ?> cell = table.getCell(row, column);
                cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
            }
            rows.add(cells);
        }
        TableText.writeGuessing(text, rows);
    }

    private void notes(@Nullable Notes<?, ?> notes) {
        if (notes == null) {
            return;
        }
        for (Shape<?, ?> shape : notes.getShapes()) {
            if (is(shape, EnumSet.of(Placeholder.BODY)) && shape instanceof TextShape<?, ?> box) {
                String note = StoredText.clean(box.getText()).strip();
                text.paragraph(note.isEmpty() ? "" : "Notes: " + note);
            }
        }
    }
}
