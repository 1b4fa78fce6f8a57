package io.docent.bench;

import java.util.ArrayList;
import java.util.List;

/** The median question of a million passages by that of ten thousand, asked in turn. */
final class GrowthRow {

    private static final int PASSAGES = 1_000_000;
    private static final int QUESTIONS = 100;
    private static final Goal GOAL = Goal.atMost(2, " ×");
    private static final String WHAT = "Growth of the median question from 10,000 to 1,000,000 passages";

    private GrowthRow() {}

    static List<Row> rows(Bench bench) throws Exception {
        if (!bench.full() && !Collection.isKept(bench, PASSAGES)) {
            return List.of(Row.without(WHAT, GOAL, "in the full profile"));
        }
        Collection few = Collection.kept(bench, Collection.FILES);
        Collection many = Collection.kept(bench, PASSAGES);
        try (Service small = Service.start(few);
                Service large = Service.start(many)) {
            Asking ofFew = small.asking(few.questions(5_000, 4));
            Asking ofMany = large.asking(many.questions(5_000, 4));
            ofFew.ask(15 * QUESTIONS);
            ofMany.ask(15 * QUESTIONS);
            List<Double> fewTimes = new ArrayList<>();
            List<Double> manyTimes = new ArrayList<>();
            for (int round = 0; round < Bench.ROUNDS; round++) {
                fewTimes.add(ofFew.ask(QUESTIONS).median());
                manyTimes.add(ofMany.ask(QUESTIONS).median());
            }
            Rounds below = new Rounds(fewTimes);
            Rounds above = new Rounds(manyTimes);
            return List.of(Row.of(
                    WHAT,
                    GOAL,
                    above.by(below),
                    "%s ms and %s ms".formatted(Rounds.number(below.median()), Rounds.number(above.median()))));
        }
    }
}
