package io.docent.evaluation;

import java.io.IOException;

/** Rows of tables that are asked for are found; where there is no such row, every second time another one is answered. */
class TablesTest extends QuestionsByHandContract {

    TablesTest() throws IOException {
        super("src/evaluation/tables.yaml", "src/evaluation/tables", 0.8, 0.45);
    }
}
