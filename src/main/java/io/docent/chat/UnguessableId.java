package io.docent.chat;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that are known only to whom they were given: 128 random bits in hexadecimal. */
final class UnguessableId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UnguessableId() {}

    static String make() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
