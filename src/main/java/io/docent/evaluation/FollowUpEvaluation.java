package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.docent.chat.FollowUps;
import io.docent.history.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Measures how questions are made to stand alone, against what a person made of them, by the words that a search goes
 * by: those of the person's question which the asked one lacks ought to be added, and no others. For data in the format
 * of CANARD (Elgohary et al. 2019).
 */
final class FollowUpEvaluation {

    private static final Pattern KNOWN = Pattern.compile(
            "[,\\s]*\\b(besides|beside|aside|other than|in addition|apart|except|along with|as well as)\\b.*?(?=,|\\?|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(he|she|him|his|her|they|them|their|it|its|this|that|these|those)\\b", Pattern.CASE_INSENSITIVE);

    private final FollowUps followUps;

    private FollowUpEvaluation(FollowUps followUps) {
        this.followUps = followUps;
    }

    static Figures measure(Path file, FollowUps followUps) throws IOException {
        Tally tally = new Tally();
        FollowUpEvaluation evaluation = new FollowUpEvaluation(followUps);
        for (JsonNode item : new ObjectMapper().readTree(file.toFile())) {
            String question = item.get("Question").asText();
            String byPerson = item.get("Rewrite").asText();
            Set<String> asked = QuestionTerms.of(question);
            Set<String> made = QuestionTerms.of(evaluation.standalone(question, item.get("History")));
            tally.addQuestion(asked, QuestionTerms.of(withoutKnown(question, byPerson)), made);
            if (asked.containsAll(QuestionTerms.of(byPerson))
                    && !POINTS_BACK.matcher(byPerson).find()) {
                tally.addStandalone(asked, made);
            }
        }
        return tally.figures();
    }

    /** "What else did he do besides winning?" searches for what he did, and winning is what it does not want. */
    private static String withoutKnown(String question, String byPerson) {
        return KNOWN.matcher(question).find()
                ? byPerson
                : KNOWN.matcher(byPerson).replaceAll(" ");
    }

    /** The history's texts by turns: what was said first, and what was said to that. The first is what it is all about. */
    private String standalone(String question, JsonNode history) {
        List<Turn> before = new ArrayList<>();
        for (int i = 0; i + 1 < history.size(); i += 2) {
            String asked = history.get(i).asText();
            before.add(AskedTurn.of(
                    asked,
                    followUps.standalone(asked, before),
                    history.get(i + 1).asText()));
        }
        return followUps.standalone(question, before);
    }

    /**
     * What was measured.
     *
     * @param questions in all
     * @param recovered share of the words that the questions lacked and a person added, which were added
     * @param wrong words added that no person did, for each question
     * @param standalone questions to which a person added nothing, and that point to nothing before them
     * @param harmed share of them to which a word was added, or from which one was taken
     */
    record Figures(int questions, double recovered, double wrong, int standalone, double harmed) {}

    private static final class Tally {
        private int questions;
        private int missing;
        private int recovered;
        private int wrong;
        private int standalone;
        private int harmed;

        void addQuestion(Set<String> asked, Set<String> byPerson, Set<String> made) {
            Set<String> lacked = without(byPerson, asked);
            Set<String> added = without(made, asked);
            Set<String> right = new LinkedHashSet<>(added);
            right.retainAll(lacked);
            questions++;
            missing += lacked.size();
            recovered += right.size();
            wrong += added.size() - right.size();
        }

        void addStandalone(Set<String> asked, Set<String> made) {
            standalone++;
            harmed += made.equals(asked) ? 0 : 1;
        }

        Figures figures() {
            return new Figures(
                    questions,
                    (double) recovered / missing,
                    (double) wrong / questions,
                    standalone,
                    (double) harmed / standalone);
        }

        private static Set<String> without(Set<String> from, Set<String> these) {
            Set<String> rest = new LinkedHashSet<>(from);
            rest.removeAll(these);
            return rest;
        }
    }
}
