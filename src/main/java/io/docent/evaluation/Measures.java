package io.docent.evaluation;

import io.docent.answer.Answer.Answered;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Took;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured of one question; a data set's figure is the mean over the questions that have it. */
final class Measures {

    private static final int[] DEPTHS = {1, 3, 5, 10};

    private final GoldPlaces gold;
    private final Library collection;

    Measures(GoldPlaces gold, Library collection) {
        this.gold = gold;
        this.collection = collection;
    }

    /** By the figure's name. */
    Map<String, Double> of(Observed observed) {
        Map<String, Double> values = new LinkedHashMap<>();
        boolean answerable = observed.question().gold().answerable();
        if (answerable && !observed.passages().isEmpty()) {
            retrieval(observed, values);
        }
        if (!observed.passages().isEmpty()) {
            values.put("ms-retrieval", observed.retrieving().toNanos() / 1e6);
            Took took = observed.took();
            if (took != null) {
                values.put("ms-retrieval-analysing", took.analysing().toNanos() / 1e6);
                values.put("ms-retrieval-searching", took.searching().toNanos() / 1e6);
                values.put("ms-retrieval-sentences", took.sentences().toNanos() / 1e6);
            }
        }
        if (observed.answer() == null) {
            return values;
        }
        if (answerable) {
            answer(observed, values);
            support(observed, values);
        }
        values.put(answerable ? "answered" : "refused", observed.isRefused() == answerable ? 0.0 : 1.0);
        if (observed.answer() instanceof Answered) {
            citations(observed, values);
        }
        values.put("ms-answer", observed.answering().toNanos() / 1e6);
        return values;
    }

    private void retrieval(Observed observed, Map<String, Double> values) {
        List<Place> places = observed.question().gold().places();
        Ranking.of(places, gold, observed.passages()).ifPresent(ranks -> {
            for (int depth : DEPTHS) {
                values.put("recall@" + depth, ranks.recall(depth));
            }
            values.put("mrr@10", ranks.reciprocalRank(10));
            values.put("ndcg@10", ranks.ndcg(10));
            values.put("map", ranks.averagePrecision());
        });
        List<Retrieved> byWords = observed.passages().stream()
                .sorted(Comparator.comparingDouble(
                                (Retrieved passage) -> passage.scores().words())
                        .reversed())
                .toList();
        Ranking.of(places, gold, byWords).ifPresent(ranks -> {
            values.put("words-alone-recall@1", ranks.recall(1));
            values.put("words-alone-recall@5", ranks.recall(5));
        });
        SpanSet expected = SpanSet.of(gold.locate(places));
        if (expected.size() > 0) {
            for (int depth : DEPTHS) {
                values.put(
                        "characters-recall@" + depth,
                        Ranking.characters(observed.passages(), depth).common(expected) / (double) expected.size());
            }
        }
    }

    private static void answer(Observed observed, Map<String, Double> values) {
        List<String> texts = observed.question().gold().texts();
        if (texts.isEmpty()) {
            return;
        }
        values.put("answer-first", isIn(Observed.first(observed.sentences()), texts));
        values.put("answer-whole", isIn(Observed.whole(observed.sentences()), texts));
        values.put("answer-first-unrefused", isIn(Observed.first(observed.unrefused()), texts));
        values.put("answer-whole-unrefused", isIn(Observed.whole(observed.unrefused()), texts));
        values.put("token-f1", ExpectedText.tokenF1(Observed.whole(observed.sentences()), texts));
    }

    private static double isIn(String text, List<String> expected) {
        return ExpectedText.isIn(text, expected) ? 1 : 0;
    }

    private void support(Observed observed, Map<String, Double> values) {
        SpanSet expected = SpanSet.of(gold.locate(observed.question().gold().support()));
        if (expected.size() == 0) {
            return;
        }
        SpanSet cited = characters(observed.citations());
        if (cited.size() > 0) {
            values.put("citation-precision", cited.common(expected) / (double) cited.size());
        }
        values.put("citation-recall", cited.common(expected) / (double) expected.size());
        values.put(
                "citation-recall-unrefused",
                characters(observed.unrefusedCitations()).common(expected) / (double) expected.size());
    }

    private static SpanSet characters(List<Citation> citations) {
        SpanSet characters = new SpanSet();
        citations.forEach(citation -> characters.add(citation.source(), citation.span()));
        return characters;
    }

    private void citations(Observed observed, Map<String, Double> values) {
        List<Sentence> sentences = observed.sentences();
        values.put("answer-length", (double) sentences.stream()
                .mapToInt(sentence -> sentence.text().length())
                .sum());
        values.put(
                "sentences-cited",
                sentences.stream()
                                .filter(sentence -> !sentence.citations().isEmpty())
                                .count()
                        / (double) sentences.size());
        if (!observed.citations().isEmpty()) {
            values.put(
                    "quotes-equal",
                    observed.citations().stream().filter(this::isStored).count()
                            / (double) observed.citations().size());
        }
    }

    private boolean isStored(Citation citation) {
        String text = collection.text(citation.source());
        return citation.span().end() <= text.length()
                && citation.span().of(text).equals(citation.quote());
    }
}
