package io.docent.access;

/**
 * Who asks.
 *
 * @param id stable and known to the service alone: everyone on loopback without tokens is one person, else the holder of
 *     a token is
 */
public record Person(String id) {

    static final Person LOCAL = new Person("local");
}
