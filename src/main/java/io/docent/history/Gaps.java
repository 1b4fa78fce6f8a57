package io.docent.history;

import io.docent.answer.Citation;
import io.docent.document.DocumentId;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the documents left open, of all people: grouped anew whenever it is asked for, from the history as it is then, so
 * that what is erased there is not here. For any thread; not final, since transactions are woven in.
 */
@Singleton
public class Gaps {

    /** The newest questions that are looked at. */
    static final int MOST_QUESTIONS = 5_000;

    /** Different questions that are grouped: each is embedded once after a start, and compared with all others. */
    static final int MOST_WORDINGS = 1_000;

    private static final int COMMENTS_TOLD = 5;
    private static final int CLOSEST_TOLD = 3;

    /** The newest questions of a group whose closest passages and comments are looked at. */
    private static final int LOOKED_AT = 50;

    private final GapRepository questions;
    private final TurnRepository turns;
    private final FeedbackRepository feedback;
    private final TurnJson json;
    private final Likeness likeness;
    private final PassageIndex index;
    private final Clock clock;

    private volatile @Nullable Grouped last;

    Gaps(
            GapRepository questions,
            TurnRepository turns,
            FeedbackRepository feedback,
            TurnJson json,
            Likeness likeness,
            PassageIndex index,
            Clock clock) {
        this.questions = questions;
        this.turns = turns;
        this.feedback = feedback;
        this.json = json;
        this.likeness = likeness;
        this.index = index;
        this.clock = clock;
    }

    /**
     * The gaps, those asked most often first, of equally many the one asked last.
     *
     * @param done those that are marked as done, instead of those that are not
     */
    @Transactional(readOnly = true)
    public Found find(boolean done, int limit) {
        List<GapGroup> groups = groups().stream()
                .filter(group -> group.isDone() == done)
                .sorted(Comparator.comparingInt(
                                (GapGroup group) -> -group.rows().size())
                        .thenComparing(GapGroup::lastAsked, Comparator.reverseOrder())
                        .thenComparing(GapGroup::id))
                .toList();
        int asked = groups.stream().mapToInt(group -> group.rows().size()).sum();
        try (PassageSearch search = index.search()) {
            List<Gap> told = groups.stream()
                    .limit(limit)
                    .map(group -> gap(group, search))
                    .toList();
            return new Found(told, groups.size(), asked);
        }
    }

    /**
     * Marks a group as done. What is asked like it after that opens it again.
     *
     * @param id of any of its questions
     * @param upTo marks only questions asked until then: those that whoever marks them has seen
     * @return the group as it is then; empty where there is none with this question
     */
    @Transactional
    public Optional<Gap> done(String id, Instant upTo) {
        return change(id, group -> {
            List<String> seen = group.rows().stream()
                    .filter(row -> row.doneAt() == null && !row.askedAt().isAfter(upTo))
                    .map(StoredGap::id)
                    .toList();
            if (!seen.isEmpty()) {
                questions.done(seen, clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
        });
    }

    /** Takes back that a group is done; otherwise like {@link #done}. */
    @Transactional
    public Optional<Gap> reopen(String id) {
        return change(
                id,
                group -> questions.reopen(
                        group.rows().stream().map(StoredGap::id).toList()));
    }

    private Optional<Gap> change(String id, Consumer<GapGroup> change) {
        Optional<GapGroup> before = with(id);
        before.ifPresent(change);
        try (PassageSearch search = index.search()) {
            return before.flatMap(group -> with(id)).map(group -> gap(group, search));
        }
    }

    private Optional<GapGroup> with(String id) {
        return groups().stream()
                .filter(group -> group.rows().stream().anyMatch(row -> row.id().equals(id)))
                .findFirst();
    }

    private List<GapGroup> groups() {
        Map<String, List<StoredGap>> byWording = new LinkedHashMap<>();
        for (StoredGap row : questions.find(MOST_QUESTIONS)) {
            String wording = row.wording();
            if (byWording.containsKey(wording)
                    || (byWording.size() < MOST_WORDINGS && likeness.saysSomething(wording))) {
                byWording.computeIfAbsent(wording, text -> new ArrayList<>()).add(row);
            }
        }
        Grouped grouped = grouped(byWording.keySet().stream().sorted().toList());
        List<GapGroup> groups = new ArrayList<>();
        for (List<String> alike : grouped.groups()) {
            List<StoredGap> rows = alike.stream()
                    .flatMap(wording -> byWording.getOrDefault(wording, List.of()).stream())
                    .sorted(Comparator.comparing(StoredGap::askedAt).thenComparing(StoredGap::id))
                    .toList();
            groups.add(new GapGroup(alike, rows));
        }
        return groups;
    }

    /** Grouped as before where nothing else was asked since. */
    private Grouped grouped(List<String> wordings) {
        Grouped before = last;
        if (before != null && before.wordings().equals(wordings)) {
            return before;
        }
        float[][] alike = likeness.among(wordings);
        float[][] used = new float[alike.length][];
        for (int i = 0; i < alike.length; i++) {
            used[i] = alike[i].clone();
        }
        List<List<String>> groups = Grouping.of(used, Likeness.SAME).stream()
                .map(group -> mostTypicalFirst(group, alike).stream()
                        .map(wordings::get)
                        .toList())
                .toList();
        Grouped now = new Grouped(wordings, groups);
        last = now;
        return now;
    }

    /** The medoid stands for its group. */
    private static List<Integer> mostTypicalFirst(List<Integer> group, float[][] alike) {
        return group.stream()
                .sorted(Comparator.comparingDouble((Integer one) -> -group.stream()
                                .filter(other -> !other.equals(one))
                                .mapToDouble(other -> alike[one][other])
                                .sum())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Gap gap(GapGroup group, PassageSearch search) {
        List<String> newest = group.newest(LOOKED_AT);
        List<String> comments = feedback.remarks(newest, COMMENTS_TOLD).stream()
                .map(StoredFeedback::remark)
                .filter(Objects::nonNull)
                .toList();
        return group.gap(comments, closest(turns.findByIdIn(newest), search));
    }

    /** What most questions share, in documents that are still there; each document once while there are others. */
    private List<Citation> closest(Collection<StoredTurn> rows, PassageSearch search) {
        Map<Place, Integer> shared = new HashMap<>();
        Map<Place, Citation> citations = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(StoredTurn::askedAt).reversed().thenComparing(StoredTurn::id))
                .map(json::read)
                .flatMap(turn -> (turn.closest().isEmpty() ? turn.citations() : turn.closest()).stream())
                .forEach(citation -> {
                    Place place = new Place(citation.document(), citation.span().start());
                    citations.putIfAbsent(place, citation);
                    shared.merge(place, 1, Integer::sum);
                });
        Set<DocumentId> told = new LinkedHashSet<>();
        return citations.keySet().stream()
                .sorted(Comparator.comparing((Place place) -> -shared.getOrDefault(place, 0)))
                .filter(place -> search.document(place.document()).isPresent())
                .filter(place -> told.add(place.document()))
                .limit(CLOSEST_TOLD)
                .map(citations::get)
                .toList();
    }

    private record Place(DocumentId document, int start) {}

    /**
     * Questions that were grouped.
     *
     * @param wordings all of them
     * @param groups of them, the most typical first in each
     */
    private record Grouped(List<String> wordings, List<List<String>> groups) {}

    /**
     * Gaps.
     *
     * @param gaps up to the limit
     * @param total how many there are
     * @param asked how many questions they are of
     */
    public record Found(List<Gap> gaps, int total, int asked) {

        public Found {
            gaps = List.copyOf(gaps);
        }
    }
}
