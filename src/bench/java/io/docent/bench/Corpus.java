package io.docent.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Markdown documents in English words without sense: words by Zipf's law from the embedding model's vocabulary, a
 * quarter of them from a few that a document is about, headings, numbers and names. A section is one passage of about
 * a hundred tokens. The same seed gives the same documents.
 */
final class Corpus {

    private static final List<String> VOCABULARY = vocabulary();
    private static final int FILES_IN_A_FOLDER = 1_000;
    private static final int TOPIC_WORDS = 24;

    /** The most frequent words say nothing of what a text is about. */
    private static final int COMMON_WORDS = 400;

    private final Random random;
    private List<String> topic = List.of();

    private Corpus(long seed) {
        random = new Random(seed);
    }

    private static List<String> vocabulary() {
        InputStream resource = Objects.requireNonNull(Corpus.class.getResourceAsStream("/bert-vocabulary-en.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            // In the order of their frequency from "the" on; before it stand single letters.
            return lines.lines()
                    .dropWhile(line -> !line.equals("the"))
                    .filter(line -> line.matches("[a-z]{2,}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes so many files of so many sections each. */
    static void write(Path folder, int files, int sections, long seed) throws IOException {
        for (int file = 0; file < files; file++) {
            Path path = folder.resolve("part-%03d/document-%06d.md".formatted(file / FILES_IN_A_FOLDER, file));
            Files.createDirectories(path.getParent());
            Files.writeString(path, new Corpus(seed * 1_000_003 + file).document(sections));
        }
    }

    private String document(int sections) {
        topic = Stream.generate(() -> VOCABULARY.get(COMMON_WORDS + random.nextInt(VOCABULARY.size() - COMMON_WORDS)))
                .limit(TOPIC_WORDS)
                .toList();
        StringBuilder text = new StringBuilder("# " + title(3) + "\n");
        for (int section = 0; section < sections; section++) {
            text.append("\n## ")
                    .append(title(2))
                    .append("\n\n")
                    .append(paragraph())
                    .append("\n");
        }
        return text.toString();
    }

    private String title(int words) {
        List<String> title = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            title.add(capital(topic.get(random.nextInt(topic.size()))));
        }
        return String.join(" ", title);
    }

    private String paragraph() {
        List<String> sentences = new ArrayList<>();
        int count = 6 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sentences.add(sentence());
        }
        return String.join(" ", sentences);
    }

    private String sentence() {
        List<String> words = new ArrayList<>();
        int count = 8 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        if (random.nextInt(3) == 0) {
            words.add(random.nextInt(count), String.valueOf(1 + random.nextInt(2_000)));
        }
        if (random.nextInt(3) == 0) {
            words.add(random.nextInt(count), title(2));
        }
        return capital(String.join(" ", words)) + ".";
    }

    private String word() {
        if (random.nextInt(4) == 0) {
            return topic.get(random.nextInt(topic.size()));
        }
        // The logarithm of a rank is spread evenly where frequency falls with the rank.
        return VOCABULARY.get((int) Math.pow(VOCABULARY.size(), random.nextDouble()) - 1);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Different questions, each with some words in a row of a Markdown or plain text in the folder. */
    static List<String> questions(Path folder, int count, long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> texts;
        try (Stream<Path> files = Files.walk(folder)) {
            texts = files.filter(file -> file.toString().matches("(?i).*\\.(md|txt)"))
                    .sorted()
                    .toList();
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "questions are made from .md and .txt files, and " + folder + " has none");
        }
        List<String> questions = new ArrayList<>();
        for (int tries = 0; questions.size() < count && tries < count * 20; tries++) {
            String text = Files.readString(texts.get(random.nextInt(texts.size())));
            List<String> sentences = Stream.of(text.split("(?<=[.!?])\\s+"))
                    .filter(sentence -> sentence.split(" ").length >= 8 && !sentence.contains("#"))
                    .toList();
            if (!sentences.isEmpty()) {
                String[] words =
                        sentences.get(random.nextInt(sentences.size())).strip().split("\\s+");
                int from = random.nextInt(words.length - 5);
                questions.add("What is said about "
                        + String.join(" ", List.of(words).subList(from, from + 5))
                                .replaceAll("[.?!,;:]", "") + "?");
            }
        }
        return questions;
    }
}
