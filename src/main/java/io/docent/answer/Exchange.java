package io.docent.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether two things of a sentence stand in each other's place: "Rome beat Carthage" for "Carthage beat Rome". All words
 * are there, so only their order tells. Two things of one kind are exchanged when the sentence with the two exchanged
 * back follows the source clearly better, by the longest common subsequence of their words.
 */
final class Exchange {

    /** How many more words have to stand in the source's order. */
    private static final int BETTER = 2;

    private static final Pattern BY = Pattern.compile("\\bby\\b");

    private Exchange() {}

    /** What was exchanged, for the reader. */
    static Optional<String> in(Statement claim, Statement source, boolean isFree) {
        List<Element> said = elements(claim);
        List<String> there = sequence(said, source);
        List<String> order = new ArrayList<>();
        said.forEach(element -> order.add(element.id()));
        int before = common(order, there);
        boolean otherVoice =
                BY.matcher(claim.text()).find() != BY.matcher(source.text()).find();
        for (int i = 0; i < said.size(); i++) {
            for (int j = i + 1; j < said.size(); j++) {
                if (!areAlike(said.get(i), said.get(j), otherVoice, isFree)
                        || !there.contains(order.get(i))
                        || !there.contains(order.get(j))) {
                    continue;
                }
                List<String> exchanged = new ArrayList<>(order);
                Collections.swap(exchanged, i, j);
                if (common(exchanged, there) >= before + BETTER) {
                    return Optional.of(
                            "“" + said.get(i).text() + "” and “" + said.get(j).text() + "”");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areAlike(Element one, Element other, boolean otherVoice, boolean isFree) {
        if (one.id().equals(other.id())) {
            return false;
        }
        return switch (one.kind()) {
            case NAME -> other.kind() == Word.Kind.NAME && !otherVoice;
            case NUMBER -> other.kind() == Word.Kind.NUMBER && !isFree;
            case CONTENT ->
                other.kind() == Word.Kind.CONTENT
                        && !otherVoice
                        && !isFree
                        && !Lexicon.english().areSynonyms(one.id(), other.id());
            case FUNCTION -> false;
        };
    }

    /** Names of several words are one thing. */
    private static List<Element> elements(Statement statement) {
        List<Element> elements = new ArrayList<>();
        List<Word> words = statement.words();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            int end = at + 1;
            StringBuilder id = new StringBuilder(word.key());
            while (word.is(Word.Kind.NAME)
                    && end < words.size()
                    && words.get(end).is(Word.Kind.NAME)
                    && Statement.between(statement.text(), words, end).matches("[ -]")) {
                id.append(' ').append(words.get(end).key());
                end++;
            }
            if (!word.is(Word.Kind.FUNCTION)) {
                elements.add(new Element(
                        id.toString(),
                        statement
                                .text()
                                .substring(word.start(), words.get(end - 1).end()),
                        word.kind()));
            }
            at = end;
        }
        return elements;
    }

    /** The things in the order of the source; whole names before their parts. */
    private static List<String> sequence(List<Element> elements, Statement source) {
        List<String> keys = source.words().stream().map(Word::key).toList();
        List<String> sequence = new ArrayList<>();
        int at = 0;
        while (at < keys.size()) {
            Element longest = null;
            int length = 0;
            for (Element element : elements) {
                int same = element.startsAt(keys, at);
                if (same > length) {
                    longest = element;
                    length = same;
                }
            }
            if (longest != null && (sequence.isEmpty() || !sequence.getLast().equals(longest.id()))) {
                sequence.add(longest.id());
            }
            at += Math.max(1, length);
        }
        return sequence;
    }

    private static int common(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String element : one) {
            int diagonal = 0;
            for (int j = 1; j <= other.size(); j++) {
                int above = row[j];
                row[j] = element.equals(other.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }

    private record Element(String id, String text, Word.Kind kind) {

        /** How many words of it stand there: all of them, or the one that a name is shortened to. */
        int startsAt(List<String> keys, int at) {
            List<String> own = List.of(id.split(" "));
            if (at + own.size() <= keys.size()
                    && keys.subList(at, at + own.size()).equals(own)) {
                return own.size();
            }
            return kind == Word.Kind.NAME && own.contains(keys.get(at)) ? 1 : 0;
        }
    }
}
