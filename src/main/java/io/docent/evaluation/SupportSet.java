package io.docent.evaluation;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Sentences of which it is known whether the documents bear them out, made from the sentences that answer a data set's
 * questions: as they are, reworded by rule so that they stay true, and changed by rule so that they are false. The same
 * for every run.
 */
final class SupportSet {

    private static final long SEED = 20_261_127L;

    /** Of each kind, so that none outweighs the others by its ease alone. */
    private static final int MOST_OF_A_KIND = 300;

    /** What a person asked, with its answer, as a statement. */
    static final String STATEMENT = "statement";

    private static final int LONGEST_ANSWER = 60;

    private static final int AROUND = 1_200;
    private static final int MOST_OTHERS = 3;
    private static final int FEWEST_LETTERS = 30;
    private static final int MOST_LETTERS = 400;

    private final DataSet set;
    private final Map<String, Original> documents = new HashMap<>();
    private final Map<String, List<Example>> examples = new LinkedHashMap<>();
    private final Random random = new Random(SEED);

    private SupportSet(DataSet set) {
        this.set = set;
        set.documents().forEach(document -> documents.put(document.name(), document));
    }

    static List<Example> of(DataSet set) {
        if (set.kind() == DataSet.Kind.STATEMENTS) {
            return labelled(set);
        }
        SupportSet made = new SupportSet(set);
        made.make();
        Random order = new Random(SEED);
        List<Example> all = new ArrayList<>();
        made.examples.values().forEach(kind -> {
            java.util.Collections.shuffle(kind, order);
            all.addAll(kind.subList(0, Math.min(MOST_OF_A_KIND, kind.size())));
        });
        return all;
    }

    /** The sentences that a person labelled, as they are. */
    private static List<Example> labelled(DataSet set) {
        Map<String, String> texts = new HashMap<>();
        set.documents().forEach(passage -> texts.put(passage.name(), passage.text()));
        return set.questions().stream()
                .map(one -> new Example(
                        one.text(),
                        one.group(),
                        one.gold().answerable(),
                        one.gold().places().stream()
                                .map(place -> texts.getOrDefault(place.source(), ""))
                                .toList()))
                .toList();
    }

    private void make() {
        Set<String> done = new LinkedHashSet<>();
        for (GoldQuestion question : set.questions()) {
            for (Place place : question.gold().support()) {
                Original document = documents.get(place.source());
                Span span = place.span();
                if (document != null && span != null) {
                    make(question, document, span, done);
                }
            }
        }
    }

    private void make(GoldQuestion question, Original document, Span span, Set<String> done) {
        String text = document.text();
        List<Span> spans = SentenceSplitter.split(text);
        for (int at = 0; at < spans.size(); at++) {
            String sentence = read(spans.get(at), text);
            if (!spans.get(at).overlaps(span) || !isSentence(sentence)) {
                continue;
            }
            List<String> sources = sources(document, spans.get(at), text);
            for (String answer : question.gold().texts().stream().limit(1).toList()) {
                if (answer.length() <= LONGEST_ANSWER && span.of(text).contains(answer)) {
                    Rewording.statement(question.text(), answer).ifPresent(said -> add(STATEMENT, said, true, sources));
                }
            }
            if (done.add(sentence)) {
                String next = at + 1 < spans.size() ? read(spans.get(at + 1), text) : "";
                add("verbatim", sentence, true, sources);
                for (Rewording way : Rewording.values()) {
                    way.apply(sentence, isSentence(next) ? next : "")
                            .ifPresent(said -> add(name(way), said, true, sources));
                }
                perturb(sentence, others(spans, text, sentence), sources);
            }
        }
    }

    private void perturb(String sentence, List<String> others, List<String> sources) {
        for (Perturbation way : Perturbation.values()) {
            Optional<String> said = way.apply(sentence, others, random);
            said.filter(one -> sources.stream().noneMatch(source -> source.contains(one)))
                    .ifPresent(one -> add(name(way), one, false, sources));
        }
    }

    private void add(String kind, String sentence, boolean isTrue, List<String> sources) {
        examples.computeIfAbsent(kind, name -> new ArrayList<>()).add(new Example(sentence, kind, isTrue, sources));
    }

    private static String name(Enum<?> way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String read(Span span, String text) {
        return span.of(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean isSentence(String text) {
        return text.length() >= FEWEST_LETTERS
                && text.length() <= MOST_LETTERS
                && text.matches("(?s)[\\p{Lu}\\d\"“].*[.!]")
                && !text.contains(" | ");
    }

    private static List<String> others(List<Span> spans, String text, String sentence) {
        List<String> others = new ArrayList<>();
        for (Span span : spans) {
            String other = read(span, text);
            if (!other.equals(sentence) && isSentence(other)) {
                others.add(other);
            }
        }
        return others;
    }

    /** The passage around the sentence, and passages of the same article: what a prompt would hold. */
    private List<String> sources(Original document, Span span, String text) {
        List<String> sources = new ArrayList<>();
        sources.add(around(text, span));
        int own = set.documents().indexOf(document);
        for (int step = 1;
                sources.size() <= MOST_OTHERS && step < set.documents().size();
                step++) {
            for (int at : new int[] {own + step, own - step}) {
                boolean isThere = at >= 0 && at < set.documents().size() && sources.size() <= MOST_OTHERS;
                if (isThere && set.documents().get(at).group().equals(document.group())) {
                    String other = set.documents().get(at).text();
                    sources.add(other.substring(0, Math.min(other.length(), 2 * AROUND)));
                }
            }
            if (step > 2 * MOST_OTHERS) {
                break;
            }
        }
        return sources;
    }

    private static String around(String text, Span span) {
        int start = Math.max(0, span.start() - AROUND);
        int end = Math.min(text.length(), span.end() + AROUND);
        return text.substring(start, end);
    }

    /**
     * A sentence and what it is checked against.
     *
     * @param kind how it was made
     * @param isTrue whether the sources bear it out
     * @param sources passages, the one it comes from first
     */
    record Example(String sentence, String kind, boolean isTrue, List<String> sources) {

        Example {
            sources = List.copyOf(sources);
        }
    }
}
