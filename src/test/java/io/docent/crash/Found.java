package io.docent.crash;

import io.docent.HttpApi;
import io.docent.Json;
import java.util.List;

/** A document as the service lists it. */
record Found(String id, String source, boolean upload, String hash, int characters) {

    static List<Found> all(HttpApi api) {
        return all(list(api));
    }

    static HttpApi.Response list(HttpApi api) {
        return api.get("/api/documents?limit=1000");
    }

    static List<Found> all(HttpApi.Response list) {
        return list.json(200).get("documents").items().stream().map(Found::of).toList();
    }

    private static Found of(Json json) {
        return new Found(
                json.get("id").text(),
                json.get("source").text(),
                json.get("upload").flag(),
                json.get("hash").text(),
                json.get("characters").number());
    }
}
