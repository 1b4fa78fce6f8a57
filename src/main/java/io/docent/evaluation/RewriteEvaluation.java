package io.docent.evaluation;

import io.docent.answer.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Measures how questions are made to stand alone, against what a person made of them: by the words that a search goes
 * by, of which those that the asked question lacks ought to be added and no others, and by what is found with either.
 */
final class RewriteEvaluation {

    private static final int PASSAGES = 10;

    private static final Pattern KNOWN = Pattern.compile(
            "[,\\s]*\\b(besides|beside|aside|other than|in addition|apart|except|along with|as well as)\\b.*?(?=,|\\?|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(he|she|him|his|her|they|them|their|it|its|this|that|these|those)\\b", Pattern.CASE_INSENSITIVE);

    private final DataSet set;
    private final Library collection;
    private final Workers workers;
    private final Progress progress;
    private final Asker asker;
    private final GoldPlaces gold;

    RewriteEvaluation(DataSet set, Library collection, Workers workers, Progress progress) {
        this.set = set;
        this.collection = collection;
        this.workers = workers;
        this.progress = progress;
        this.asker = new Asker(collection);
        this.gold = new GoldPlaces(set, collection);
    }

    SetResult run() {
        int total = set.documents().size();
        collection.add(set.documents(), done -> progress.tell(set.name(), "documents indexed", done, total));
        AtomicInteger done = new AtomicInteger();
        List<QuestionResult> results = workers.map(set.questions(), question -> {
            QuestionResult result = result(question);
            progress.tell(
                    set.name(),
                    "questions asked",
                    done.incrementAndGet(),
                    set.questions().size());
            return result;
        });
        List<Figure> figures = new ArrayList<>();
        figures.add(Bootstrap.ratio(
                "terms-recovered", values(results, "terms-recovered"), values(results, "terms-lacked")));
        SetEvaluation.means(results).stream()
                .filter(figure -> !figure.name().equals("terms-recovered")
                        && !figure.name().equals("terms-lacked"))
                .forEach(figures::add);
        return new SetResult(
                set.name(), total - collection.unreadable().size(), collection.passages(), results, figures, List.of());
    }

    private static double[] values(List<QuestionResult> results, String name) {
        return results.stream()
                .mapToDouble(result -> result.values().getOrDefault(name, 0.0))
                .toArray();
    }

    private QuestionResult result(GoldQuestion question) {
        String byPerson = question.gold().texts().getFirst();
        Question asked = asker.question(question);
        String made = asked.text();
        Map<String, Double> values = terms(question.text(), byPerson, made);
        values.putAll(found("as-asked-", question, question.text(), ""));
        values.putAll(found("rewritten-", question, made, ""));
        values.putAll(found("by-person-", question, byPerson, ""));
        values.putAll(found("", question, made, asked.conversation()));
        return new QuestionResult(
                question.id(), question.text(), made, question.gold().texts(), "", List.of(), 0, values);
    }

    /** What was added of what a person added, and what else. */
    static Map<String, Double> terms(String question, String byPerson, String made) {
        Set<String> asked = QuestionTerms.of(question);
        Set<String> added = without(QuestionTerms.of(made), asked);
        Set<String> lacked = without(QuestionTerms.of(withoutKnown(question, byPerson)), asked);
        Set<String> right = new LinkedHashSet<>(added);
        right.retainAll(lacked);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("terms-lacked", (double) lacked.size());
        values.put("terms-recovered", (double) right.size());
        values.put("terms-wrong", (double) added.size() - right.size());
        boolean standsAlone = asked.containsAll(QuestionTerms.of(byPerson))
                && !POINTS_BACK.matcher(byPerson).find();
        if (standsAlone) {
            values.put("standalone-harmed", QuestionTerms.of(made).equals(asked) ? 0.0 : 1.0);
        }
        return values;
    }

    /** "What else did he do besides winning?" searches for what he did, and winning is what it does not want. */
    private static String withoutKnown(String question, String byPerson) {
        return KNOWN.matcher(question).find()
                ? byPerson
                : KNOWN.matcher(byPerson).replaceAll(" ");
    }

    private static Set<String> without(Set<String> from, Set<String> these) {
        Set<String> rest = new LinkedHashSet<>(from);
        rest.removeAll(these);
        return rest;
    }

    private Map<String, Double> found(String prefix, GoldQuestion question, String text, String conversation) {
        Map<String, Double> values = new LinkedHashMap<>();
        Ranking.of(
                        question.gold().places(),
                        gold,
                        collection
                                .retriever()
                                .retrieve(text, conversation, Set.of(), PASSAGES)
                                .passages())
                .ifPresent(ranks -> {
                    values.put(prefix + "recall@5", ranks.recall(5));
                    values.put(prefix + "mrr@10", ranks.reciprocalRank(10));
                });
        return values;
    }
}
