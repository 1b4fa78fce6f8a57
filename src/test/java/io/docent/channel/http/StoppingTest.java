package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.docent.retrieval.Retriever;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** A context may end that never served anybody: that of {@code docent evaluate}, say. */
class StoppingTest {

    @TempDir
    private Path directory;

    @Test
    void aContextThatNeverReadTheFolderEndsWithoutIt() {
        ApplicationContext context = ApplicationContext.run(Map.of(
                "docent.data",
                directory.resolve("data").toString(),
                "docent.ingest.folder",
                directory.resolve("missing").toString()));

        assertThat(context.getBean(Retriever.class)).isNotNull();

        assertThatCode(context::close).doesNotThrowAnyException();
    }

    @Test
    void endlessStreamsAreToldOfTheEnd() {
        var stopping = new Stopping();
        Mono<Void> announced = stopping.announced();

        stopping.shutdownGracefully();

        assertThatCode(announced::block).doesNotThrowAnyException();
    }
}
