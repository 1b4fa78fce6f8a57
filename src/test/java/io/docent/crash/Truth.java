package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service has to have: all that was acknowledged, whole, once, and nothing that nobody wrote. */
final class Truth {

    private final Shelf shelf;
    private final Uploading uploading;
    private final List<Asking> asking;

    Truth(Shelf shelf, Uploading uploading, List<Asking> asking) {
        this.shelf = shelf;
        this.uploading = uploading;
        this.asking = asking;
    }

    /** Waits until the folder is indexed as it is, and compares everything. */
    void check(ServiceProcess service, ChangingFolder folder) {
        HttpApi api = service.api();
        checkAllAreWhole(api);
        service.awaitIdle();
        List<Found> documents = checkAllAreWhole(api);
        uploading.check(documents);
        asking.forEach(one -> one.check(api));
        assertThat(api.get("/api/ingestion").json(200).get("failures").items()).isEmpty();
        checkFolder(folder, documents);
        checkPassages(api, documents);
    }

    private static void checkFolder(ChangingFolder folder, List<Found> documents) {
        Map<String, String> hashes = new TreeMap<>();
        folder.files().forEach((name, version) -> hashes.put(name, version.hash()));
        Map<String, String> found = new TreeMap<>();
        documents.stream()
                .filter(document -> !document.upload())
                .forEach(document -> found.put(document.source(), document.hash()));
        assertThat(found).isEqualTo(hashes);
    }

    /** Every document has the one text that its hash was made of, and there is one of each name. */
    private List<Found> checkAllAreWhole(HttpApi api) {
        List<Found> documents = new ArrayList<>();
        for (Found document : Found.all(api)) {
            HttpApi.Response text = api.get("/api/documents/" + document.id() + "/text");
            if (text.status() == 404) {
                continue; // the scan that goes on meanwhile removed it
            }
            Json json = text.json(200);
            assertThat(json.get("text").text())
                    .isEqualTo(shelf.of(json.get("hash").text()).text());
            documents.add(document);
        }
        assertThat(documents)
                .extracting(document -> document.upload() + document.source())
                .doesNotHaveDuplicates();
        return documents;
    }

    /** Every passage that is found stands in a document that is there, once, where it says. */
    private void checkPassages(HttpApi api, List<Found> documents) {
        Map<String, Found> byId = new TreeMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        List<String> places = new ArrayList<>();
        for (Json passage : api.get("/api/search?q=instrument&limit=50")
                .json(200)
                .get("passages")
                .items()) {
            Found document = byId.get(passage.get("documentId").text());
            if (document == null) {
                throw new AssertionError("a passage of a document that is not there");
            }
            int start = passage.get("start").number();
            int end = passage.get("end").number();
            assertThat(shelf.of(document.hash()).text().substring(start, end))
                    .isEqualTo(passage.get("text").text());
            places.add(document.id() + " " + start);
        }
        assertThat(places).doesNotHaveDuplicates();
    }
}
