package io.docent.answer;

import dev.langchain4j.model.TokenCountEstimator;
import io.docent.answer.Evidence.Source;
import io.docent.passage.Passage;
import io.docent.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The passages that a model answers from, as its prompt has them: numbered, within a budget of tokens, neighbours as one,
 * the best first and the second best last (models overlook the middle: Liu et al. 2023), each fenced in as data.
 *
 * @param blocks in the order of the prompt; the first has the number 1
 */
record Grounding(List<Block> blocks) {

    private static final Pattern FENCE =
            Pattern.compile("<(?=\\s*/?\\s*(passage|conversation)\\b)", Pattern.CASE_INSENSITIVE);

    Grounding {
        blocks = List.copyOf(blocks);
    }

    /**
     * Takes the best passages that fit.
     *
     * @param passages best first, at least one; the first is taken whatever its length
     * @param budget in tokens
     */
    static Grounding of(List<Retrieved> passages, int budget, TokenCountEstimator tokens) {
        List<Block> taken = new ArrayList<>();
        int used = 0;
        for (Retrieved passage : passages) {
            int cost = tokens.estimateTokenCountInText(new Block(List.of(passage)).text(1));
            if (!taken.isEmpty() && used + cost > budget) {
                continue;
            }
            used += cost;
            add(passage, taken);
        }
        List<Block> ordered = new ArrayList<>();
        for (int rank = taken.size() - 1; rank >= 0; rank--) {
            ordered.add(rank % 2 == 0 ? 0 : ordered.size(), taken.get(rank));
        }
        return new Grounding(ordered);
    }

    /** Beside its neighbour, where that was taken already and stands under the same headings. */
    private static void add(Retrieved passage, List<Block> taken) {
        for (int at = 0; at < taken.size(); at++) {
            Block block = taken.get(at);
            if (block.isBeside(passage.passage())) {
                List<Retrieved> together = new ArrayList<>(block.passages());
                together.add(passage);
                together.sort(Comparator.comparingInt(one -> one.passage().position()));
                taken.set(at, new Block(together));
                return;
            }
        }
        taken.add(new Block(List.of(passage)));
    }

    /** As the prompt has them. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < blocks.size(); at++) {
            text.append(blocks.get(at).text(at + 1)).append('\n');
        }
        return text.toString().strip();
    }

    List<Retrieved> passages() {
        return blocks.stream().flatMap(block -> block.passages().stream()).toList();
    }

    /** What an answer is checked against: the passages of the prompt, one by one, in its order. */
    List<Source> sources() {
        return passages().stream()
                .map(one -> new Source(
                        one.passage().text(),
                        one.document().title() + ". "
                                + String.join(". ", one.passage().headings()),
                        one.tokens()))
                .toList();
    }

    /** The number in the prompt of a source. */
    int number(int source) {
        int seen = 0;
        for (int at = 0; at < blocks.size(); at++) {
            seen += blocks.get(at).passages().size();
            if (source < seen) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("there is no source " + source);
    }

    /**
     * What has one number.
     *
     * @param passages that follow each other in their document
     */
    record Block(List<Retrieved> passages) {

        Block {
            passages = List.copyOf(passages);
        }

        boolean isBeside(Passage other) {
            Passage first = passages.getFirst().passage();
            Passage last = passages.getLast().passage();
            return first.document().equals(other.document())
                    && first.headings().equals(other.headings())
                    && (other.position() == first.position() - 1 || other.position() == last.position() + 1);
        }

        String text(int number) {
            Retrieved first = passages.getFirst();
            StringBuilder text = new StringBuilder("<passage number=\"" + number + "\" document=\""
                    + attribute(first.document().title()) + "\"");
            if (!first.passage().headings().isEmpty()) {
                text.append(" section=\"")
                        .append(attribute(String.join(" > ", first.passage().headings())))
                        .append('"');
            }
            text.append(">\n");
            passages.forEach(one -> text.append(fenced(one.passage().text())).append('\n'));
            return text.append("</passage>\n").toString();
        }

        private static String attribute(String value) {
            return fenced(value.replaceAll("[\\s\"]+", " ").strip());
        }
    }

    /** No passage can end its own fence. */
    static String fenced(String text) {
        return FENCE.matcher(text).replaceAll("‹");
    }
}
