package io.docent.channel.slack;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Work as it is kept. */
@Singleton
final class WorkJson {

    private static final Argument<Work> WORK = Argument.of(Work.class);

    private final ObjectMapper mapper;

    WorkJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Work work) {
        try {
            return mapper.writeValueAsString(WORK, work);
        } catch (IOException e) {
            throw new UncheckedIOException("work for Slack cannot be written as JSON", e);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws UncheckedIOException where another version wrote it
     */
    Work read(String json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, WORK));
        } catch (IOException e) {
            throw new UncheckedIOException("work for Slack that was kept is not the JSON it was", e);
        }
    }
}
