package io.docent.channel.http;

import java.nio.charset.StandardCharsets;

/** The header of a download, whatever its name is (RFC 6266, RFC 8187). */
final class Attachment {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Attachment() {}

    static String named(String name) {
        StringBuilder ascii = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
                ascii.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
                ascii.append('_');
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
