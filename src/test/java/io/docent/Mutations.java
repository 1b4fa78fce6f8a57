package io.docent;

import java.util.List;
import java.util.Random;

/** Text with a few things changed in it, as a fuzzer does. For one thread. */
public final class Mutations {

    private static final List<String> TOKENS = List.of(
            "\u0000",
            "\uD800",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\uD83D\uDE00",
            "e\u0301\u0301",
            "null",
            "true",
            "[]",
            "{}",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "%00",
            "%zz",
            "&",
            "=",
            ",",
            ":",
            "\r\n",
            "\n\n",
            "--limit",
            "[1]",
            "[99]",
            "[^1]",
            "【1†x】",
            "[1-999999]",
            "<sup>1</sup>",
            "```",
            "`",
            "| a | b |\n|---|---|\n",
            "<think>",
            "</think>",
            "Sources:",
            "![x](https://evil.example/x)",
            "<img src=x>",
            "<@U1>",
            "../");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** With up to five changes: cut, doubled, put in, put in many times, a letter changed. */
    public String of(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int left = random.nextInt(6); left > 0; left--) {
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(Math.min(text.length() - from, 40) + 1);
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(to, text.substring(from, to));
                case 2 -> text.insert(from, one(TOKENS));
                case 3 -> text.replace(from, to, one(TOKENS));
                case 4 -> text.insert(from, one(TOKENS).repeat(random.nextInt(300)));
                default -> text.insert(from, (char) random.nextInt(Character.MAX_VALUE));
            }
        }
        return text.toString();
    }
}
