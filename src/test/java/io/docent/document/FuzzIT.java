package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.passage.Passage;
import io.docent.passage.PassageSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Good and awkward files, mutated without end: each is read and split, or refused with a reason, in time. {@code mvn
 * -Pfuzz verify -Dfuzz.minutes=10 -Dfuzz.seed=1}, of which these take three fifths; what fails is kept in {@code
 * target/fuzz}.
 */
class FuzzIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int LARGEST = 300_000;

    private static final List<String> TOKENS = List.of(
            "\u0000",
            "\uFEFF",
            "\u202E",
            "\uD83D\uDE00",
            "\r\n\r\n",
            "<![CDATA[",
            "<!--",
            "]]>",
            "<table>",
            "</p>",
            "&#x0;",
            "&lt;",
            "{\\rtf1",
            "\\bin999999999 ",
            "\\'",
            "endobj",
            "stream",
            "/Length 4294967295",
            "PK\u0003\u0004",
            "[[[[",
            "```",
            "| a | b |",
            "#######",
            "\"",
            ";",
            "Content-Type: multipart/mixed; boundary=\n",
            "=?utf-8?B?",
            "2147483648",
            "-1",
            "e\u0301\u0301\u0301",
            "\u2028");

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime() & 0xFFFFFF);
    private final Random random = new Random(seed);
    private final PassageSplitter splitter = new PassageSplitter(text -> text.length() / 4, 200, 80);

    @Test
    void everyMutatedFileIsReadOrRefusedInTime() throws IOException {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>();
        Samples.all().forEach((ending, bytes) -> files.add(Map.entry("a." + ending, bytes)));
        AwkwardFiles.small().forEach((name, bytes) -> {
            if (bytes.length > 0 && bytes.length < LARGEST) {
                files.add(Map.entry(name, bytes));
            }
        });
        System.out.printf("%d files to mutate, -Dfuzz.seed=%d%n", files.size(), seed);
        long end = System.nanoTime()
                + Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 10))
                        .multipliedBy(3)
                        .dividedBy(5)
                        .toNanos();
        int read = 0;
        int refused = 0;
        while (System.nanoTime() < end) {
            Map.Entry<String, byte[]> file = files.get(random.nextInt(files.size()));
            byte[] mutated = mutated(
                    file.getValue(), files.get(random.nextInt(files.size())).getValue());
            if (isReadRight(file.getKey(), mutated)) {
                read++;
            } else {
                refused++;
            }
        }
        System.out.printf("%d read, %d refused%n", read, refused);
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private boolean isReadRight(String name, byte[] bytes) throws IOException {
        long start = System.nanoTime();
        try {
            Document document = Reading.read(name, bytes);
            Laws.check(document);
            checkPassages(document);
            return true;
        } catch (UnreadableDocumentException e) {
            if (e.reason().contains("ended the process") || e.reason().contains("took longer")) {
                throw new AssertionError(e.reason() + "; " + keep(name, bytes), e);
            }
            Laws.checkReason(name, e.reason());
            return false;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(keep(name, bytes), e);
        } finally {
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(LONGEST) > 0) {
                System.out.println("Slow: " + keep(name, bytes));
            }
        }
    }

    private void checkPassages(Document document) {
        for (Passage passage : splitter.split(document)) {
            assertThat(passage.text()).isEqualTo(passage.span().of(document.text()));
        }
    }

    private String keep(String name, byte[] bytes) throws IOException {
        Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve(seed + " " + name);
        Files.write(kept, bytes);
        return "kept as " + kept + ", -Dfuzz.seed=" + seed;
    }

    /** With one to eight changes: bytes flipped, cut, doubled, put in, taken from another file. */
    private byte[] mutated(byte[] good, byte[] other) {
        byte[] bytes = good;
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(Math.min(bytes.length - from, 1 + random.nextInt(2000)) + 1);
            bytes = switch (random.nextInt(6)) {
                case 0 -> flipped(bytes);
                case 1 -> spliced(bytes, from, to, new byte[0]);
                case 2 -> spliced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
                case 3 -> spliced(bytes, from, from, Samples.utf8(TOKENS.get(random.nextInt(TOKENS.size()))));
                case 4 -> spliced(bytes, from, to, piece(other));
                default -> spliced(bytes, from, from, repeated());
            };
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int left = 1 + random.nextInt(10); left > 0 && changed.length > 0; left--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] piece(byte[] other) {
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, from + random.nextInt(Math.min(other.length - from, 2000) + 1));
    }

    private byte[] repeated() {
        return Samples.utf8(TOKENS.get(random.nextInt(TOKENS.size())).repeat(random.nextInt(500)));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] spliced = new byte[bytes.length - (to - from) + put.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(put, 0, spliced, from, put.length);
        System.arraycopy(bytes, to, spliced, from + put.length, bytes.length - to);
        return spliced;
    }
}
