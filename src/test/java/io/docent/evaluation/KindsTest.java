package io.docent.evaluation;

import java.io.IOException;

/** Documents of kinds that nothing was learnt from; half of the questions use other words than the text. */
class KindsTest extends QuestionsByHandContract {

    KindsTest() throws IOException {
        super("src/evaluation/kinds.yaml", "src/evaluation/kinds", 0.45, 0.5);
    }
}
