package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service, killed with {@code kill -9} at random moments while files are added, changed, deleted and
 * renamed, uploads made and questions asked. {@code mvn -Pcrash verify -Dcrash.kills=200 -Dcrash.seed=1}; the seed is
 * printed.
 */
class CrashIT {

    private static final int LONGEST_LIFE_MILLIS = 4_000;
    private static final int LONGEST_START_MILLIS = 4_000;

    private final long seed = Long.getLong("crash.seed", System.nanoTime() & 0xFFFFFF);
    private final Random random = new Random(seed);
    private final Shelf shelf = new Shelf();
    private final Uploading uploading = new Uploading(shelf);
    private final Asking asking = new Asking(shelf);

    @TempDir
    private Path place;

    @Test
    void losesNothingThatWasAcknowledgedAndHasEveryDocumentWhole() throws Exception {
        int kills = Integer.getInteger("crash.kills", 200);
        System.out.printf("%d kills, -Dcrash.seed=%d%n", kills, seed);
        ChangingFolder folder = new ChangingFolder(place.resolve("folder"), shelf);
        for (int i = 0; i < 20; i++) {
            folder.change(random);
        }
        for (int kill = 0; kill < kills; kill++) {
            if (random.nextInt(5) == 0) {
                killWhileItStarts(folder);
            } else {
                killWhileItWorks(folder);
            }
            if (kill % 10 == 9) {
                System.out.printf(
                        "%d kills: %d turns, %d changes of uploads acknowledged, %d citations compared%n",
                        kill + 1, asking.turns(), uploading.acknowledged(), asking.cited());
            }
        }
        try (ServiceProcess last = start(folder)) {
            last.awaitUp();
            check(last, folder);
        }
        assertThat(asking.turns()).isPositive();
        assertThat(uploading.acknowledged()).isPositive();
    }

    private ServiceProcess start(ChangingFolder folder) throws IOException {
        return ServiceProcess.start(
                folder.path(), place.resolve("data"), place.resolve("log"), Map.of("DOCENT_INGEST_RESCAN", "1s"));
    }

    private void killWhileItStarts(ChangingFolder folder) throws IOException, InterruptedException {
        ServiceProcess service = start(folder);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START_MILLIS));
        service.kill();
    }

    private void killWhileItWorks(ChangingFolder folder) throws Exception {
        ServiceProcess service = start(folder);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            service.awaitUp();
            check(service, folder);
            AtomicBoolean killed = new AtomicBoolean();
            List<Future<?>> work = List.of(
                    threads.submit(
                            () -> keepOn(killed, new Random(random.nextLong()), 40, some -> folder.change(some))),
                    threads.submit(() -> keepOn(
                            killed, new Random(random.nextLong()), 10, some -> uploading.one(service.api(), some))),
                    threads.submit(() -> keepOn(
                            killed, new Random(random.nextLong()), 10, some -> asking.one(service.api(), some))));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            killed.set(true);
            service.kill();
            for (Future<?> one : work) {
                finish(one, service);
            }
        } finally {
            service.kill();
        }
    }

    private static void finish(Future<?> work, ServiceProcess service) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError("work failed before the kill: " + service.log(), e.getCause());
        }
    }

    private interface Step {
        void take(Random random) throws IOException;
    }

    /** Until the service is killed; what it did not answer any more was not acknowledged. */
    private static Void keepOn(AtomicBoolean killed, Random own, int pauseMillis, Step step)
            throws IOException, InterruptedException {
        while (!killed.get()) {
            try {
                step.take(own);
            } catch (UncheckedIOException e) {
                if (!killed.get()) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(own.nextInt(pauseMillis * 4));
        }
        return null;
    }

    private void check(ServiceProcess service, ChangingFolder folder) throws IOException {
        HttpApi api = service.api();
        checkAllAreWhole(api);
        service.awaitIdle();
        List<Found> documents = checkAllAreWhole(api);
        uploading.check(documents);
        asking.check(api);
        assertThat(api.get("/api/ingestion").json(200).get("failures").items()).isEmpty();
        checkFolder(folder, documents);
        checkPassages(api, documents);
        assertThat(service.log()).doesNotContain("damaged").doesNotContain("ERROR");
        try (var data = Files.walk(place.resolve("data"))) {
            assertThat(data).noneMatch(file -> file.getFileName().toString().startsWith("FUp_"));
        }
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
