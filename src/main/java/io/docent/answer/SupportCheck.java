package io.docent.answer;

import io.docent.answer.Evidence.Source;
import io.docent.answer.Evidence.Unit;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import io.docent.model.TokenCodec;
import io.docent.model.TokenEmbeddingModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether passages bear a sentence out: {@link Facts} to the letter, the rest in words or meaning to a threshold, all of
 * it in one sentence of one passage, or claim by claim in sentences that follow each other. For any thread.
 */
@Singleton
public final class SupportCheck {

    /** Mean coverage of a sentence's words, and that of the least covered words in a row. Set on development data. */
    private static final double COVERED = 0.72;

    private static final double LEAST_COVERED = 0.42;
    private static final int ROW = 3;

    /** What a word in another one's place has to be covered by. */
    private static final double REPLACED = 0.35;

    /** Share of the words in the source's order; with fewer a sentence is one of its own words. */
    private static final double FREE = 0.55;

    /** Share of the words, in whatever order, from which on two of them may have been exchanged. */
    private static final double MOST_WORDS = 0.75;

    private static final double SAME_WORDS = 0.8;
    private static final double CLEARLY = 0.04;

    /** Sentences that a sentence of several claims may be drawn from. */
    private static final int WINDOW = 4;

    private static final int TRIED = 12;
    private static final double CITED = 0.1;

    private final TermAnalyzer analyzer;
    private final TokenEmbeddingModel embedder;
    private final Stages stages;
    private final Map<Locale, StatementReader> readers = new ConcurrentHashMap<>();

    SupportCheck(TermAnalyzer analyzer, TokenEmbeddingModel embedder, Stages stages) {
        this.stages = stages;
        this.analyzer = analyzer;
        this.embedder = embedder;
    }

    /** Takes passages apart, once for all sentences that are checked against them. */
    public Evidence evidence(List<Source> sources) {
        StringBuilder all = new StringBuilder();
        sources.forEach(source -> all.append(source.text()).append('\n'));
        return Evidence.of(sources, reader(analyzer.languageOf(all.toString())));
    }

    private StatementReader reader(Locale language) {
        return readers.computeIfAbsent(
                language,
                one -> new StatementReader(
                        word -> analyzer.isFunctionWord(word, one),
                        !one.getLanguage().equals("de")));
    }

    /** Whether a sentence has a word that could be borne out: "See this." has none. */
    boolean saysSomething(String sentence) {
        return reader(analyzer.languageOf(sentence)).read(sentence).words().stream()
                .anyMatch(word -> !word.is(Word.Kind.FUNCTION));
    }

    /** The verdict on a sentence, which is without markers and Markdown. */
    public Verdict check(String sentence, Evidence evidence) {
        return check(sentence, evidence, Set.of());
    }

    /**
     * The verdict on a sentence.
     *
     * @param cited indices of the sources that its writer cites, which are preferred where others say the same
     */
    Verdict check(String sentence, Evidence evidence, Set<Integer> cited) {
        return stages.time(Stage.CHECK, () -> verdict(sentence, evidence, cited));
    }

    private Verdict verdict(String sentence, Evidence evidence, Set<Integer> cited) {
        Statement claim = reader(analyzer.languageOf(sentence)).read(sentence);
        if (claim.words().isEmpty()) {
            return new Verdict(true, "", List.of());
        }
        // Parts of a sentence that follows one of the sources have no words of their own.
        boolean isFree =
                evidence.units().stream().allMatch(unit -> Replacement.closeness(claim, unit.statement()) < FREE);
        Coverage coverage =
                new Coverage(evidence.sources(), TokenCodec.question(embedder.embedTokens(sentence)), isFree);
        Verdict whole = check(claim, evidence, coverage, cited);
        List<Statement> clauses = whole.isSupported() ? List.of() : ClaimParts.clauses(claim);
        if (clauses.size() < 2) {
            return whole;
        }
        List<Unit> units = new ArrayList<>();
        for (Statement clause : clauses) {
            Verdict one = check(clause, evidence, coverage, cited);
            if (!one.isSupported()) {
                return one;
            }
            units.addAll(one.units());
        }
        return new Verdict(true, "", units.stream().distinct().toList());
    }

    private static Verdict check(Statement claim, Evidence evidence, Coverage coverage, Set<Integer> cited) {
        List<Match> matches = new ArrayList<>(matches(claim, evidence.units(), coverage));
        matches.sort(Comparator.comparingDouble((Match match) ->
                        match.rank() + (cited.contains(match.unit().source()) ? CITED : 0))
                .reversed());
        if (matches.isEmpty()) {
            return new Verdict(false, "there is nothing to bear it out", List.of());
        }
        Match best = matches.getFirst();
        Match nearest =
                matches.stream().max(Comparator.comparingDouble(Match::mean)).orElse(best);
        // Nearly the words of one sentence, but not what it says: no other that is less near makes that true.
        boolean contradicts = nearest.mean() >= SAME_WORDS
                && !nearest.missing().isEmpty()
                && (!best.supports() || nearest.mean() > best.mean() + CLEARLY);
        if (best.supports() && !contradicts) {
            return new Verdict(true, "", List.of(best.unit()));
        }
        List<Unit> together = contradicts ? List.of() : together(claim, matches, evidence, coverage);
        if (!together.isEmpty()) {
            return new Verdict(true, "", together);
        }
        Match shown = contradicts ? nearest : best;
        return new Verdict(false, shown.reason(), shown.mean() >= LEAST_COVERED ? List.of(shown.unit()) : List.of());
    }

    private static List<Match> matches(Statement claim, List<Unit> units, Coverage coverage) {
        return units.stream()
                .map(unit -> match(claim, unit, coverage))
                .sorted(Comparator.comparingDouble(Match::rank).reversed())
                .toList();
    }

    private static Match match(Statement claim, Unit unit, Coverage coverage) {
        boolean isFree = coverage.isFree();
        List<Word> words = claim.meaningful().stream()
                .filter(word -> !isFree || needsCover(word, claim, unit))
                .toList();
        double[] covered = coverage.of(words, unit);
        double sum = 0;
        double least = 1;
        int at = 0;
        for (int i = 0; i < covered.length; i++) {
            sum += covered[i];
            int row = Math.min(ROW, covered.length);
            if (i + row <= covered.length) {
                double together = 0;
                for (int j = i; j < i + row; j++) {
                    together += covered[j] / row;
                }
                if (together < least) {
                    least = together;
                    at = i;
                }
            }
        }
        double mean = covered.length == 0 ? 1 : sum / covered.length;
        String uncovered = words.isEmpty() ? "" : uncovered(words, covered, at);
        List<String> missing = Facts.missing(claim, unit, isFree);
        if (missing.isEmpty() && mean >= COVERED) {
            // Last, since these cost most.
            Replacement.in(claim, unit.statement()).ifPresent(missing::add);
            List<Word> replaced = Replacement.words(claim, unit.statement());
            for (int i = 0; i < covered.length; i++) {
                if (covered[i] < REPLACED && replaced.contains(words.get(i))) {
                    missing.add("nothing there says “" + words.get(i).text() + "”");
                }
            }
            Exchange.in(claim, unit.statement(), Replacement.common(claim, unit.statement()) < MOST_WORDS)
                    .ifPresent(two -> missing.add(two + " stand in each other's place"));
        }
        return new Match(unit, mean, least, uncovered, missing);
    }

    /** Units and words of degree are looked at by themselves; a word that says little may be left out. */
    private static boolean needsCover(Word word, Statement claim, Unit unit) {
        return !Amounts.isMeasured(word, claim)
                && !Degrees.isOne(word)
                && (!Coverage.saysLittle(word) || unit.statement().keys().contains(word.key()));
    }

    private static String uncovered(List<Word> words, double[] covered, int row) {
        int to = Math.min(words.size(), row + ROW);
        int worst = row;
        for (int i = row; i < to; i++) {
            worst = covered[i] < covered[worst] ? i : worst;
        }
        return words.get(worst).text();
    }

    /** Every claim in a sentence of its own, these near each other; empty where it is not so. */
    private static List<Unit> together(Statement claim, List<Match> matches, Evidence evidence, Coverage coverage) {
        List<ClaimParts.Part> parts = ClaimParts.of(claim);
        if (parts.size() < 2) {
            return List.of();
        }
        for (Match match : matches.subList(0, Math.min(TRIED, matches.size()))) {
            List<Unit> near = evidence.units().stream()
                    .filter(unit -> unit.source() == match.unit().source()
                            && Math.abs(unit.position() - match.unit().position()) < WINDOW)
                    .toList();
            List<Unit> found = all(parts, near, coverage);
            if (!found.isEmpty() && areNear(found)) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean areNear(List<Unit> units) {
        int first = units.stream().mapToInt(Unit::position).min().orElse(0);
        int last = units.stream().mapToInt(Unit::position).max().orElse(0);
        return last - first < WINDOW;
    }

    private static List<Unit> all(List<ClaimParts.Part> parts, List<Unit> units, Coverage coverage) {
        List<Unit> found = new ArrayList<>();
        Statement subject = parts.getFirst().statement();
        for (ClaimParts.Part part : parts) {
            Unit unit = matches(part.statement(), units, coverage).stream()
                    .filter(Match::supports)
                    .map(Match::unit)
                    .filter(one -> part.hasSubject() || found.isEmpty() || isAbout(one, subject, found.getFirst()))
                    .findFirst()
                    .orElse(null);
            if (unit == null) {
                return List.of();
            }
            found.add(unit);
        }
        return found.stream().distinct().toList();
    }

    /** Whether a sentence is about what the first part of the claim is about. */
    private static boolean isAbout(Unit unit, Statement subject, Unit first) {
        if (unit.equals(first) || !unit.before().isEmpty()) {
            return true;
        }
        List<Word> names = subject.of(Word.Kind.NAME);
        List<Word> wanted = names.isEmpty() ? subject.of(Word.Kind.CONTENT) : names;
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(word -> Names.isAmong(word, unit.statement().keys(), unit.statement()));
    }

    /**
     * What was found.
     *
     * @param isSupported whether the passages bear the sentence out
     * @param reason why not, for the reader; empty where they do
     * @param units what bears it out, or comes nearest; best first
     */
    public record Verdict(boolean isSupported, String reason, List<Unit> units) {

        public Verdict {
            units = List.copyOf(units);
        }
    }

    private record Match(Unit unit, double mean, double least, String uncovered, List<String> missing) {

        boolean supports() {
            return missing.isEmpty() && mean >= COVERED && least >= LEAST_COVERED;
        }

        double rank() {
            return mean + 0.3 * least - 0.4 * missing.size() + (supports() ? 10 : 0);
        }

        String reason() {
            return missing.isEmpty() ? "nothing there says “" + uncovered + "”" : missing.getFirst();
        }
    }
}
