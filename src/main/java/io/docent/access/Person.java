package io.docent.access;

import io.docent.document.ContentHash;
import java.nio.charset.StandardCharsets;

/**
 * Who asks.
 *
 * @param id stable and known to the service alone, up to 100 characters: everyone on loopback without tokens is one
 *     person, else the holder of a token is, else whom another service names
 */
public record Person(String id) {

    static final Person LOCAL = new Person("local");

    private static final int LONGEST = 100;

    /**
     * Somebody whom another service names. Whatever it sends makes an id that can be kept: what is longer, or has the
     * character that no database keeps, is known by its hash.
     *
     * @param service its name here, up to 20 characters
     * @param name as the service has it
     */
    public static Person elsewhere(String service, String name) {
        String id = service + ":" + name;
        return id.length() <= LONGEST && id.indexOf('\0') < 0
                ? new Person(id)
                : new Person(service + ":" + ContentHash.of(name.getBytes(StandardCharsets.UTF_8)));
    }
}
