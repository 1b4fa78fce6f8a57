package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.access.Person;
import io.docent.history.History;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ChatStreamTest extends HttpTest {

    @Inject
    ChatController controller;

    @Inject
    History history;

    @Test
    void keepsNothingOfATurnWhoseReaderLeftInTheMiddle() throws Exception {
        Person reader = new Person("token:gone");

        Event<Object> first = Flux.from(controller.stream(question(), reader)).blockFirst();
        Thread.sleep(500);

        assertThat(first).isNotNull();
        assertThat(first.getName()).isEqualTo("found");
        assertThat(history.conversations(reader.id())).isEmpty();
    }

    @Test
    void keepsATurnThatWasReadToItsEnd() throws IOException {
        Person reader = new Person("token:patient");

        Event<Object> last = Flux.from(controller.stream(question(), reader)).blockLast();

        assertThat(last).isNotNull();
        assertThat(last.getName()).isEqualTo("done");
        assertThat(history.conversations(reader.id())).hasSize(1);
    }

    private static JsonNode question() throws IOException {
        return JsonMapper.createDefault()
                .readValue("{\"question\":\"How many people work in Berlin?\"}", JsonNode.class);
    }
}
