package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private final Truth truth = new Truth(shelf, uploading, List.of(asking));

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
                            killed,
                            new Random(random.nextLong()),
                            10,
                            some -> assertThat(uploading.one(service.api(), some))
                                    .isEqualTo(200))),
                    threads.submit(() -> keepOn(
                            killed,
                            new Random(random.nextLong()),
                            10,
                            some -> assertThat(asking.one(service.api(), some)).isEqualTo(200))));
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
        truth.check(service, folder);
        assertThat(service.log()).doesNotContain("damaged").doesNotContain("ERROR");
        try (var data = Files.walk(place.resolve("data"))) {
            assertThat(data).noneMatch(file -> file.getFileName().toString().startsWith("FUp_"));
        }
    }
}
