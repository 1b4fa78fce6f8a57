package io.docent.answer;

import io.docent.answer.DraftReader.Code;
import io.docent.answer.DraftReader.Heading;
import io.docent.answer.DraftReader.Layout;
import io.docent.answer.DraftReader.Part;
import io.docent.answer.DraftReader.Prose;
import io.docent.answer.Evidence.Unit;
import io.docent.answer.SupportCheck.Verdict;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An answer of a model as it is checked: sentence by sentence a verdict and citations, and the text that the reader gets.
 * Nothing is told before the documents bear a first sentence out. For one thread.
 */
final class Draft {

    private static final int MOST_CITATIONS = 3;
    private static final int FEWEST_REPEATED = 6;
    private static final int FEWEST_SAID_AGAIN = 4;

    private final Grounding grounding;
    private final Evidence evidence;
    private final SupportCheck check;
    private final boolean drops;
    private final String instructions;

    private final List<Retrieved> passages;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Place, Citation> citations = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private int dropped;
    private boolean refused;

    Draft(Grounding grounding, Evidence evidence, SupportCheck check, boolean drops, Prompt prompt) {
        this.grounding = grounding;
        this.evidence = evidence;
        this.check = check;
        this.drops = drops;
        this.instructions = letters(prompt.own());
        this.passages = grounding.passages();
    }

    /**
     * Takes the next part.
     *
     * @return what there is to tell now, perhaps nothing
     */
    String add(Part part) throws ModelFailure {
        return switch (part) {
            case Layout layout -> {
                held.append(layout.text());
                yield "";
            }
            case Heading heading -> heading(heading);
            case Prose prose -> prose(prose);
            case Code code -> code(code);
        };
    }

    private String prose(Prose prose) throws ModelFailure {
        String plain = Claims.plain(prose.text());
        if (plain.split(" ").length >= FEWEST_REPEATED && instructions.contains(letters(plain))) {
            throw ModelFailure.once("repeated its instructions instead of answering");
        }
        Claims kind = Claims.of(plain);
        if (kind != Claims.CLAIM || !check.saysSomething(plain)) {
            refused |= kind == Claims.REFUSAL;
            if (!plain.contains(Claims.NOT_FOUND)) {
                held.append(InertMarkdown.of(prose.text()));
            }
            return "";
        }
        if (repeats(plain)) {
            leaveOut();
            return "";
        }
        Verdict verdict = check.check(Claims.checked(plain), evidence, cited(prose.cited()));
        Support support = verdict.isSupported()
                ? isQuote(plain, verdict) ? Support.QUOTED : Support.SUPPORTED
                : Support.UNSUPPORTED;
        return take(InertMarkdown.of(prose.text()), plain, support, verdict.reason(), places(verdict));
    }

    /** A heading says what follows is about; one that makes a statement is checked like any. */
    private String heading(Heading heading) {
        String inert = InertMarkdown.of(heading.text());
        String plain = Claims.plain(heading.text().replaceAll("[#|]+", " "));
        if (Claims.isClaim(plain)) {
            Verdict verdict = check.check(plain, evidence, Set.of());
            if (!verdict.isSupported()) {
                String told = take(inert.stripTrailing(), plain, Support.UNSUPPORTED, verdict.reason(), List.of());
                held.append('\n');
                return told;
            }
        }
        held.append(inert);
        return "";
    }

    private Set<Integer> cited(List<Integer> numbers) {
        Set<Integer> sources = new TreeSet<>();
        for (int source = 0; source < evidence.sources().size(); source++) {
            if (numbers.contains(grounding.number(source))) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static boolean isQuote(String plain, Verdict verdict) {
        return verdict.units().size() == 1
                && letters(verdict.units().getFirst().text()).contains(letters(plain));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private List<Place> places(Verdict verdict) {
        return verdict.units().stream()
                .limit(MOST_CITATIONS)
                .map(unit -> new Place(unit.source(), unit.span()))
                .toList();
    }

    /** Code stands in the documents line by line, or nobody should run it. */
    private String code(Code code) {
        List<String> lines = code.text()
                .lines()
                .filter(line -> !line.isBlank()
                        && !line.strip().startsWith("```")
                        && !line.strip().startsWith("~~~"))
                .map(String::strip)
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        Optional<Place> place = place(lines);
        String plain = String.join("\n", lines);
        return place.isPresent()
                ? take(code.text(), plain, Support.QUOTED, "", List.of(place.get()))
                : take(code.text(), plain, Support.UNSUPPORTED, "this code does not stand in the passages", List.of());
    }

    private Optional<Place> place(List<String> lines) {
        for (Unit unit : evidence.units()) {
            String source = evidence.sources().get(unit.source()).text();
            int start = source.indexOf(lines.getFirst());
            int end = start;
            for (String line : lines) {
                int at = end < 0 ? -1 : source.indexOf(line, end);
                end = at < 0 ? -1 : at + line.length();
            }
            if (start >= 0 && end > start) {
                return Optional.of(new Place(unit.source(), new Span(start, end)));
            }
        }
        return Optional.empty();
    }

    private String take(String written, String plain, Support support, String reason, List<Place> places) {
        if (support == Support.UNSUPPORTED && drops) {
            dropped++;
            leaveOut();
            return "";
        }
        pending.add(new Pending(held.toString(), written, plain, support, reason, places));
        held.setLength(0);
        if (support == Support.UNSUPPORTED && sentences.stream().noneMatch(Draft::isBorneOut)) {
            return "";
        }
        StringBuilder told = new StringBuilder();
        pending.forEach(one -> told.append(tell(one)));
        pending.clear();
        return told.toString();
    }

    /** Models get into a loop and say one thing over and over. */
    private boolean repeats(String plain) {
        return plain.split(" ").length >= FEWEST_SAID_AGAIN
                && (sentences.stream().anyMatch(sentence -> sentence.text().equals(plain))
                        || pending.stream().anyMatch(one -> one.plain().equals(plain)));
    }

    /** What stands before a sentence that is left out: its line's beginning with the bullet. */
    private void leaveOut() {
        String rest = held.toString().replaceFirst("\\n?[ \\t]*([-*+•]|\\d{1,3}[.)])?[ \\t]*$", "");
        held.setLength(0);
        held.append(rest);
    }

    private static boolean isBorneOut(Sentence sentence) {
        return sentence.support() != Support.UNSUPPORTED;
    }

    private String tell(Pending one) {
        List<Integer> numbers = one.places().stream()
                .map(this::cite)
                .map(Citation::number)
                .distinct()
                .toList();
        String reason = one.support() == Support.UNSUPPORTED ? one.reason() : null;
        sentences.add(new Sentence(one.plain(), numbers, one.support(), reason));
        String before = text.isEmpty() ? one.before().stripLeading() : one.before();
        String told = before + marked(one.written(), numbers);
        text.append(told);
        return told;
    }

    private static String marked(String written, List<Integer> numbers) {
        if (written.endsWith("```\n") || written.endsWith("~~~\n")) {
            return written + AnswerText.withMarkers("", numbers).strip() + (numbers.isEmpty() ? "" : "\n");
        }
        if (written.endsWith("|")) {
            String row = written.substring(0, written.length() - 1);
            return AnswerText.withMarkers(row.stripTrailing(), numbers) + " |";
        }
        return AnswerText.withMarkers(written, numbers);
    }

    private Citation cite(Place place) {
        Citation known = citations.get(place);
        if (known != null) {
            return known;
        }
        Retrieved passage = passages.get(place.source());
        Citation made = Citation.of(citations.size() + 1, passage.passage(), passage.document(), place.span());
        citations.put(place, made);
        return made;
    }

    /** What was told, as the reader has it. */
    String text() {
        return text.toString();
    }

    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /** Sentences that were left out since nothing bears them out. */
    int dropped() {
        return dropped;
    }

    /** Whether the model claimed anything. */
    boolean claimsSomething() {
        return dropped > 0 || !sentences.isEmpty() || !pending.isEmpty();
    }

    /** Whether the model said that the documents do not hold the answer. */
    boolean refused() {
        return refused;
    }

    private record Place(int source, Span span) {}

    private record Pending(
            String before, String written, String plain, Support support, String reason, List<Place> places) {}
}
