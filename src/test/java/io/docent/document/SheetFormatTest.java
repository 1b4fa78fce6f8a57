package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsEverySheetAsAPageUnderItsName(String extension) throws IOException, UnreadableDocumentException {
        byte[] workbook = workbook(extension.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook());

        Document document = Reading.read("sales_2024." + extension, workbook);

        assertThat(document.text()).isEqualTo("""
                North

                Region: Oslo | Revenue: 12.5 | Since: May
                Region: Bergen | Revenue: 7

                South

                Region: Rome | Revenue: 3""");
        assertThat(Reading.headings(document)).containsExactly("1 North", "1 South");
        assertThat(document.pages())
                .containsExactly(new Page(1, 0), new Page(3, document.text().indexOf("South")));
        assertThat(document.title()).isEqualTo("sales 2024");
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet north = workbook.createSheet("North");
            row(north, 0, List.of("Region", "Revenue", "Since"));
            row(north, 1, List.of("Oslo", 12.5, "May"));
            row(north, 2, List.of("Bergen", 7));
            workbook.createSheet("Empty");
            Sheet south = workbook.createSheet("South");
            row(south, 0, List.of("Region", "Revenue"));
            row(south, 1, List.of("Rome", 3));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, List<Object> values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.createCell(i);
            switch (values.get(i)) {
                case Number figure -> cell.setCellValue(figure.doubleValue());
                case Object text -> cell.setCellValue(text.toString());
            }
        }
    }
}
