package io.docent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little of what {@link ProtocolFuzzIT} does for minutes, the same each time. */
class MutatedTrafficTest {

    private static final int SOME = 150;

    @TempDir
    private Path root;

    @Test
    void everyRequestIsAnsweredOrRefused() {
        List<Integer> statuses = new ArrayList<>();
        try (MutatedRequests requests = new MutatedRequests(root, 1)) {
            for (int i = 0; i < SOME; i++) {
                statuses.add(requests.send());
            }
        }

        assertThat(statuses).contains(200, 400);
    }

    /** A text where an object belongs, a list where a number does: by chance that is seldom met. */
    @Test
    void everyValueOfAnotherKindIsAnsweredOrRefused() {
        List<Integer> statuses = new ArrayList<>();
        try (MutatedRequests requests = new MutatedRequests(root, 1)) {
            SampleRequest.ALL.forEach(request ->
                    OtherKinds.of(request.body()).forEach(body -> statuses.add(requests.send(request, body))));
        }

        assertThat(statuses).hasSizeGreaterThan(500).contains(200, 400);
    }

    @Test
    void ofEveryReplyComesAnAnswerWhoseCitationsAreQuotes() {
        List<String> writers = new ArrayList<>();
        try (MutatedReplies replies = new MutatedReplies(root, 1)) {
            for (int i = 0; i < SOME; i++) {
                writers.add(replies.say());
            }
        }

        assertThat(writers).contains("openai/stub");
    }
}
