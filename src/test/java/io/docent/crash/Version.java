package io.docent.crash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * What a file has at one time.
 *
 * @param content as it is written
 * @param text as it will be stored
 * @param hash of the content's bytes
 */
record Version(String content, String text, String hash) {

    private static final List<String> PLACES = List.of("Lisbon", "Bergen", "Tampere", "Graz", "Porto", "Aarhus");

    /** A text as it is. */
    static Version of(String text) {
        return new Version(text, text, hash(text));
    }

    /** A text that says a few things about a number, in the format that the name's ending tells. */
    static Version make(String name, int number, Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0, count = 1 + random.nextInt(5); i < count; i++) {
            paragraphs.add("The instrument %d of series %d was built in %s in %d. It weighs %d kilograms."
                    .formatted(
                            number,
                            i,
                            PLACES.get(random.nextInt(PLACES.size())),
                            1900 + random.nextInt(100),
                            1 + random.nextInt(900)));
        }
        String text = String.join("\n\n", paragraphs);
        String content = name.endsWith(".html")
                ? "<!DOCTYPE html><body><p>" + String.join("</p>\n<p>", paragraphs) + "</p></body>"
                : text;
        return new Version(content, text, hash(content));
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
