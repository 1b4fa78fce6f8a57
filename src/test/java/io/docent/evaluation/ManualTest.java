package io.docent.evaluation;

import java.io.IOException;

/** Docent answers from its own documentation. */
class ManualTest extends QuestionsByHandContract {

    ManualTest() throws IOException {
        super("src/evaluation/manual.yaml", "docs", 0.55, 0.85);
    }
}
