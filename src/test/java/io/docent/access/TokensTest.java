package io.docent.access;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.HttpApi;
import io.docent.HttpService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are made and revoked while the service runs. */
class TokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path root;

    private HttpService start(Map<String, Object> settings) throws IOException {
        return new HttpService(Files.createDirectories(root.resolve("folder")), root.resolve("data"), settings);
    }

    private static int status(HttpService service, String path, String token) {
        HttpApi api = service.api();
        return api.send(api.request(path).header("Authorization", "Bearer " + token))
                .status();
    }

    @Test
    void aRunningServiceTakesNoticeOfWhatIsMadeAndRevoked() throws IOException {
        try (HttpService service = start(Map.of("docent.public-url", "https://docent.example.org"))) {
            TokenFile file = new TokenFile(root.resolve("data"));

            String reader = file.make(Role.READER, "Ann", NOW);
            String administrator = file.make(Role.ADMINISTRATOR, "Bo", NOW);

            assertThat(status(service, "/api/documents", reader)).isEqualTo(200);
            assertThat(status(service, "/api/documents", administrator)).isEqualTo(200);
            HttpApi api = service.api();
            assertThat(api.post("/api/session", body("token", reader)).status()).isEqualTo(204);

            file.revoke(token -> token.goesBy("Ann"));

            assertThat(status(service, "/api/documents", reader)).isEqualTo(401);
            assertThat(api.send(api.request("/api/documents").header("Cookie", "docent-token=" + reader))
                            .status())
                    .isEqualTo(401);
            assertThat(status(service, "/api/documents", administrator)).isEqualTo(200);
        }
    }

    @Test
    void onLoopbackAMadeTokenTellsWhoAsksButNoneIsNeeded() throws IOException {
        try (HttpService service = start(Map.of())) {
            String reader = new TokenFile(root.resolve("data")).make(Role.READER, "", NOW);

            assertThat(service.api().get("/api/documents").status()).isEqualTo(200);
            HttpApi api = service.api();
            assertThat(api.send(api.request("/api/ingestion")
                                    .header("Authorization", "Bearer " + reader)
                                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void keepsHashesThatOnlyItsOwnerReads() throws IOException {
        String token = new TokenFile(root).make(Role.READER, "for the wiki", NOW);

        assertThat(Files.readString(root.resolve("tokens")))
                .doesNotContain(token)
                .doesNotContain(token.substring("docent-".length()))
                .matches("sha256:[0-9a-f]{64} reader 2026-03-01T12:00:00Z for the wiki\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("tokens"))))
                .isEqualTo("rw-------");
        assertThat(token).hasSizeGreaterThanOrEqualTo(39);
    }

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        Files.writeString(root.resolve("tokens"), "sha256:" + TokenHash.of("a token of before") + "\n");

        assertThat(new TokenFile(root).read())
                .singleElement()
                .satisfies(token -> assertThat(token.role()).isEqualTo(Role.ADMINISTRATOR))
                .satisfies(
                        token -> assertThat(token.goesBy("a token of before")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "docent-plain-0123456789abcdef",
                "sha256:short",
                "sha256:0000000000000000000000000000000000000000000000000000000000000000 owner - x",
                "sha256:0000000000000000000000000000000000000000000000000000000000000000 reader yesterday x"
            })
    void aLineThatIsNoTokenLetsNobodyIn(String line) throws IOException {
        Files.writeString(root.resolve("tokens"), line + "\n");

        assertThat(new TokenFile(root).read()).isEmpty();
    }

    @Test
    void losesNoneOfManyMadeAtOnce() {
        TokenFile file = new TokenFile(root);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> threads.execute(() -> file.make(Role.READER, "t" + i, NOW)));
        }

        assertThat(file.read()).hasSize(20);
        assertThat(file.revoke(token -> token.goesBy("t7"))).hasSize(1);
        assertThat(file.read()).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({
        "alice-0123456789abcdef, ADMINISTRATOR",
        "administrator:alice-0123456789abcdef, ADMINISTRATOR",
        "reader:alice-0123456789abcdef, READER"
    })
    void theSettingsSayWhatATokenMay(String setting, Role role) {
        assertThat(AcceptedToken.of(setting))
                .isEqualTo(new AcceptedToken(TokenHash.of("alice-0123456789abcdef"), role));
        String hashed = setting.replace("alice-0123456789abcdef", "sha256:" + TokenHash.of("alice-0123456789abcdef"));
        assertThat(AcceptedToken.of(hashed)).isEqualTo(AcceptedToken.of(setting));
    }

    @Test
    void aShortTokenIsShortWithItsKindBeforeItToo() {
        assertThatThrownBy(() -> AcceptedToken.of("administrator:secret")).hasMessage("6 characters long");
    }
}
