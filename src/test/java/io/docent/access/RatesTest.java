package io.docent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests are taken from one token and one address. */
class RatesTest {

    private static final String ALICE = "alice-0123456789abcdef";
    private static final String BOB = "bob-0123456789abcdefgh";

    @TempDir
    Path root;

    private HttpService start(String... settings) throws IOException {
        Map<String, Object> more = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            more.put(settings[i], settings[i + 1]);
        }
        return new HttpService(Files.createDirectories(root.resolve("folder")), root.resolve("data"), more);
    }

    private static Response get(HttpService service, String... headers) {
        HttpApi api = service.api();
        HttpRequest.Builder request = api.request("/api/documents");
        return api.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static long refused(HttpService service, int requests, String... headers) {
        return IntStream.range(0, requests)
                .filter(i -> get(service, headers).status() == 429)
                .count();
    }

    @Test
    void aTokenThatAsksTooOftenIsToldWhenToComeAgainAndOthersGoOn() throws IOException {
        try (HttpService service = start("docent.rate.per-token", "5", "docent.access.tokens", ALICE + "," + BOB)) {
            assertThat(refused(service, 5, "Authorization", "Bearer " + ALICE)).isZero();

            Response refused = get(service, "Authorization", "Bearer " + ALICE);

            assertThat(refused.problem(429)).contains("too many requests from this token");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 13);
            assertThat(get(service, "Authorization", "Bearer " + BOB).status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverGuessesTokensIsStoppedByAddress() throws IOException {
        try (HttpService service = start("docent.rate.per-address", "10", "docent.access.tokens", ALICE)) {
            long refused = IntStream.range(0, 15)
                    .filter(i -> get(service, "Authorization", "Bearer guess-0123456789-" + i)
                                    .status()
                            == 429)
                    .count();

            assertThat(refused).isBetween(4L, 5L);
            assertThat(service.api().get("/health").status()).isEqualTo(200);
            assertThat(service.api().get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyGivesHimselfAnotherAddress() throws IOException {
        try (HttpService service = start("docent.rate.per-address", "3")) {
            long refused = IntStream.range(0, 10)
                    .filter(i -> get(service, "X-Forwarded-For", "192.0.2." + i).status() == 429)
                    .count();

            assertThat(refused).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void behindAProxyItIsTheAddressThatTheProxyAdded() throws IOException {
        try (HttpService service = start("docent.rate.per-address", "3", "docent.rate.proxies", "1")) {
            assertThat(refused(service, 8, "X-Forwarded-For", "203.0.113.5")).isGreaterThanOrEqualTo(4);
            assertThat(refused(service, 1, "X-Forwarded-For", "198.51.100.1, 203.0.113.5"))
                    .isOne();
            assertThat(refused(service, 1, "X-Forwarded-For", "203.0.113.5, 198.51.100.1"))
                    .isZero();
            // A name is looked up by nobody; then the proxy itself counts.
            assertThat(refused(service, 1, "X-Forwarded-For", "evil.example")).isZero();
            // One network of IPv6 is one subscriber.
            assertThat(refused(service, 4, "X-Forwarded-For", "2001:db8:1:2::5"))
                    .isOne();
            assertThat(refused(service, 1, "X-Forwarded-For", "2001:db8:1:2:ffff::9"))
                    .isOne();
        }
    }

    @Test
    void onLoopbackNothingIsCountedUntilItIsSet() throws IOException {
        try (HttpService service = start()) {
            assertThat(refused(service, 300)).isZero();
        }
    }
}
