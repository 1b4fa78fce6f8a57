package io.docent.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Every version that was ever written anywhere, by its hash. For any thread. */
final class Shelf {

    private final Map<String, Version> versions = new HashMap<>();
    private int number;

    synchronized Version next(String name, Random random) {
        Version version = Version.make(name, ++number, random);
        versions.put(version.hash(), version);
        return version;
    }

    synchronized void keep(Version version) {
        versions.put(version.hash(), version);
    }

    synchronized Version of(String hash) {
        return Optional.ofNullable(versions.get(hash))
                .orElseThrow(() -> new AssertionError("nobody ever wrote a version with the hash " + hash));
    }

    /** What something may be after a crash: what was acknowledged last, or what was asked for since. */
    static final class Possible<T> {

        private final Set<T> states = new HashSet<>();

        Possible(T known) {
            states.add(known);
        }

        void asked(T state) {
            states.add(state);
        }

        /** Acknowledged, or seen. */
        void is(T state) {
            states.clear();
            states.add(state);
        }

        boolean mayBe(T state) {
            return states.contains(state);
        }

        @Override
        public String toString() {
            return states.toString();
        }
    }
}
