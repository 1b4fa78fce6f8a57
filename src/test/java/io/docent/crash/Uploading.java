package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.Json;
import io.docent.crash.Shelf.Possible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Uploads that are made, replaced and deleted, and what of it was acknowledged. For one thread at a time. */
final class Uploading {

    private static final int NAMES = 8;

    private final Shelf shelf;
    private final Map<String, Possible<Optional<Version>>> uploads = new TreeMap<>();
    private int acknowledged;

    Uploading(Shelf shelf) {
        this.shelf = shelf;
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Uploads, replaces or deletes, and tells the status of the answer. */
    int one(HttpApi api, Random random) {
        int number = random.nextInt(NAMES);
        String name = "upload " + number + (number % 2 == 0 ? ".md" : ".html");
        Possible<Optional<Version>> state = uploads.computeIfAbsent(name, any -> new Possible<>(Optional.empty()));
        HttpApi.Response list = Found.list(api);
        if (list.status() != 200) {
            return list.status();
        }
        String id = random.nextInt(4) == 0 ? idOf(list, name) : "";
        if (id.isEmpty()) {
            Version version = shelf.next(name, random);
            state.asked(Optional.of(version));
            HttpApi.Response response = api.upload("/api/documents?replace=true", name, version.content());
            if (response.status() != 200) {
                return response.status();
            }
            Json outcome = response.json(200).get("outcomes").get(0);
            assertThat(outcome.get("outcome").text()).isEqualTo("indexed");
            state.is(Optional.of(version));
        } else {
            state.asked(Optional.empty());
            int status = api.delete("/api/documents/" + id).status();
            if (status != 204) {
                return status;
            }
            state.is(Optional.empty());
        }
        acknowledged++;
        return 200;
    }

    private static String idOf(HttpApi.Response list, String name) {
        return Found.all(list).stream()
                .filter(document -> document.upload() && document.source().equals(name))
                .map(Found::id)
                .findFirst()
                .orElse("");
    }

    /** What is there is what was acknowledged last, or what was asked for since. */
    void check(List<Found> documents) {
        Map<String, Optional<Version>> there = new TreeMap<>();
        documents.stream()
                .filter(Found::upload)
                .forEach(document -> there.put(document.source(), Optional.of(shelf.of(document.hash()))));
        assertThat(uploads.keySet()).containsAll(there.keySet());
        List<String> wrong = new ArrayList<>();
        uploads.forEach((name, state) -> {
            Optional<Version> seen = there.getOrDefault(name, Optional.empty());
            if (!state.mayBe(seen)) {
                wrong.add(name + " is " + seen + " but may be " + state);
            }
            state.is(seen);
        });
        assertThat(wrong).isEmpty();
    }
}
