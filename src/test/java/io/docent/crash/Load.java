package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Questions, uploads and a changing folder, side by side, until closed; what is refused is counted, what is wrong fails.
 * Each request goes to one of several replicas that is not known to be dead, as a load balancer would send it.
 */
final class Load implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final int ASKING_AT_ONCE = 4;
    private static final int OK = 200;

    private final List<ServiceProcess> services;
    private final ChangingFolder folder;
    private final Uploading uploading;
    private final List<Asking> asking = new ArrayList<>();
    private final Truth truth;
    private final Outage questions = new Outage("questions");
    private final Outage uploads = new Outage("uploads");
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> work = new ArrayList<>();

    /** Begins on replicas that are up. */
    Load(List<ServiceProcess> services, ChangingFolder folder, Shelf shelf, Random random) {
        this.services = new CopyOnWriteArrayList<>(services);
        this.folder = folder;
        this.uploading = new Uploading(shelf);
        this.truth = new Truth(shelf, uploading, asking);
        begin(new Random(random.nextLong()), 300, folder::change);
        begin(new Random(random.nextLong()), 80, some -> questions.note(() -> at(some, Load::askWhatStaysTrue)));
        for (int i = 0; i < ASKING_AT_ONCE; i++) {
            Asking one = new Asking(shelf);
            asking.add(one);
            begin(new Random(random.nextLong()), 80, some -> questions.note(() -> at(some, api -> one.one(api, some))));
        }
        begin(new Random(random.nextLong()), 80, some -> uploads.note(() -> at(some, api -> uploading.one(api, some))));
    }

    /** A request to one of the replicas; one that was killed meanwhile counts as away. */
    private int at(Random random, ToIntFunction<HttpApi> request) {
        List<ServiceProcess> alive =
                services.stream().filter(service -> !service.isKilled()).toList();
        ServiceProcess service = alive.get(random.nextInt(alive.size()));
        try {
            return request.applyAsInt(service.api());
        } catch (UncheckedIOException e) {
            if (service.isKilled()) {
                return Outage.AWAY;
            }
            throw e;
        }
    }

    /** From now on another process, which is up, is the replica. */
    void replace(int replica, ServiceProcess service) {
        services.set(replica, service);
    }

    /** Puts what is asked all the time where no change comes to it. */
    static void prepare(ChangingFolder folder) throws IOException {
        folder.keep(
                "lighthouse.txt", Version.of("The Brackwater lighthouse was designed by Ilse Vantongeren in 1904."));
    }

    /** Whatever is refused, nobody is told that it is not there, or something else. */
    private static int askWhatStaysTrue(HttpApi api) {
        HttpApi.Response response =
                api.post("/api/chat", HttpApi.body("question", "Who designed the Brackwater lighthouse?"));
        if (response.status() == OK) {
            Json answer = response.json(OK);
            assertThat(answer.get("status").text()).isEqualTo("answered");
            assertThat(answer.get("answer").text()).contains("Ilse Vantongeren");
        }
        return response.status();
    }

    private interface Step {
        void take(Random random) throws IOException;
    }

    private void begin(Random random, int pauseMillis, Step step) {
        work.add(threads.submit(() -> {
            while (!ended.get()) {
                step.take(random);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * pauseMillis));
            }
            return null;
        }));
    }

    /** Waits until questions are answered and uploads taken, and some more of either. */
    void awaitSuccess(int more) throws InterruptedException {
        int asked = questions.done() + more;
        int uploaded = uploads.done() + more;
        await(() -> questions.done() >= asked && uploads.done() >= uploaded, "questions and uploads succeed");
    }

    /** Waits until questions are refused. */
    void awaitRefusal() throws InterruptedException {
        await(() -> questions.refused() > 0, "questions are refused");
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition, String what) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            checkThatAllGoesOn();
            if (System.nanoTime() > until) {
                throw new AssertionError("waiting until " + what + " was in vain: " + logs());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void checkThatAllGoesOn() throws InterruptedException {
        for (Future<?> one : work) {
            if (one.isDone()) {
                finish(one);
            }
        }
    }

    private void finish(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("something was wrong under load: " + logs(), e.getCause());
        }
    }

    private String logs() {
        return services.stream().map(ServiceProcess::log).collect(Collectors.joining("\n=== the next replica\n"));
    }

    /** What was refused since it was last told. */
    void tell(String since) {
        System.out.printf("%s: %s; %s%n", since, questions.told(), uploads.told());
    }

    /** Ends it, and compares all that each replica has with all that any acknowledged. */
    void endAndCheck() throws InterruptedException {
        close();
        for (Future<?> one : work) {
            finish(one);
        }
        assertThat(questions.unexpected()).isEmpty();
        assertThat(uploads.unexpected()).isEmpty();
        services.forEach(ServiceProcess::awaitIdle);
        services.forEach(service -> truth.check(service, folder));
        System.out.printf(
                "All there: %d turns, %d changes of uploads, %d files; %d citations compared%n",
                asking.stream().mapToInt(Asking::turns).sum(),
                uploading.acknowledged(),
                folder.files().size(),
                asking.stream().mapToInt(Asking::cited).sum());
    }

    @Override
    public void close() {
        ended.set(true);
        threads.close();
    }
}
