package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docent token} as it is typed, beside a service that runs. */
class TokenCommandTest {

    @TempDir
    private Path root;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        Typed typed = Typed.run(arguments);
        out = typed.out();
        err = typed.err();
        return typed.code();
    }

    private String data() {
        return root.resolve("data").toString();
    }

    private String make(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"token", "make", "--data", data()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(run(arguments)).as(err).isZero();
        return out.strip();
    }

    @Test
    void makesListsAndRevokesWhileTheServiceRuns() throws IOException {
        try (HttpService service = new HttpService(
                Files.createDirectories(root.resolve("folder")),
                root.resolve("data"),
                Map.of("docent.public-url", "https://docent.example.org"))) {
            HttpApi api = service.api();

            String token = make("Ann's script");

            assertThat(token).matches("docent-[A-Za-z0-9_-]{32}");
            assertThat(err).contains("a reader's", "not shown again");
            assertThat(status(api, token)).isEqualTo(200);

            assertThat(run("token", "list", "--data", data())).isZero();
            assertThat(out)
                    .containsPattern("[0-9a-f]{12}  reader +\\S+ +Ann's script")
                    .doesNotContain(token);

            assertThat(run("token", "revoke", "Ann's script", "--data", data())).isZero();
            assertThat(out).startsWith("Revoked ");
            assertThat(status(api, token)).isEqualTo(401);
        }
    }

    private static int status(HttpApi api, String token) {
        return api.send(api.request("/api/documents").header("Authorization", "Bearer " + token))
                .status();
    }

    @Test
    void anAdministratorsTokenHasToBeAskedFor() {
        make("--administrator", "Bo");
        assertThat(err).contains("an administrator's");
        run("token", "list", "--data", data());

        assertThat(out).contains("administrator", "Bo");
    }

    @Test
    void revokesByIdAndByTheTokenItself() {
        String first = make();
        make("other");
        run("token", "list", "--data", data());
        String id = out.lines()
                .filter(line -> line.contains("other"))
                .findFirst()
                .orElseThrow()
                .substring(0, 12);

        assertThat(run("token", "revoke", "--data", data(), id, first)).isZero();

        assertThat(out).contains("Revoked " + id);
        run("token", "list", "--data", data());
        assertThat(out).isEmpty();
        assertThat(err).contains("There are no tokens in");
    }

    @Test
    void saysWhatIsWrongInALine() {
        assertThat(run("token")).isEqualTo(2);
        assertThat(err).contains("Say what to do: make, list or revoke");
        assertThat(run("token", "list", "--data", root.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err).contains("there is no data folder", "--data").doesNotContain("Exception");
        make();
        assertThat(run("token", "revoke", "nobody", "--data", data())).isEqualTo(2);
        assertThat(err).contains("No token goes by this id or name", "docent.access.tokens");
        assertThat(run("token", "make", "--reader", "--administrator", "--data", data()))
                .isEqualTo(2);
        assertThat(err).contains("not both");
    }
}
