package io.docent.channel.slack;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import io.docent.channel.slack.Scope.Installation;
import io.docent.claim.Claims;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what Slack sends: says what there is to do, claims it, so that it is done once however often it is sent, and
 * hands it on. Quick: it calls nothing but the database. For any thread.
 */
@Singleton
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /** What every claim of this channel begins with. */
    static final String CLAIMS = "slack:";

    private static final String LOOKING = "Looking through the documents…";
    private static final String BUSY =
            "I have more questions than I can answer right now. Please ask again in a minute.";
    private static final String HOW =
            "Ask me something about your documents, for example `/ask How many days of leave do we have?`";

    private final SlackRequestParser parser = new SlackRequestParser(new AppConfig());
    private final Events events;
    private final Scope scope;
    private final ResponseUrl responseUrls;
    private final Claims claims;
    private final WorkJson json;
    private final Desk desk;
    private final Clock clock;

    Reception(
            Events events,
            Scope scope,
            ResponseUrl responseUrls,
            Claims claims,
            WorkJson json,
            Desk desk,
            Clock clock) {
        this.events = events;
        this.scope = scope;
        this.responseUrls = responseUrls;
        this.claims = claims;
        this.json = json;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Takes in a request that Slack signed. What it does not know, it acknowledges and forgets.
     *
     * @return what to answer
     * @throws JsonParseException where the body cannot be read at all
     * @throws BusyException where Slack should send it again
     */
    Acknowledgement take(String body, Map<String, List<String>> headers) {
        Request<?> request;
        try {
            if (body.stripLeading().startsWith("{")) {
                return event(body, headers);
            }
            request = body.isBlank() ? null : parse(body, headers);
        } catch (IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException e) {
            // The parser reads fields that Slack always sends, encoded as a form is.
            LOG.debug("A payload that Slack does not send", e);
            return Acknowledgement.EMPTY;
        }
        return switch (request) {
            case SlashCommandRequest command -> command(command.getPayload(), body);
            case BlockActionRequest action -> action(action.getPayload(), body);
            case null, default -> Acknowledgement.EMPTY;
        };
    }

    private @Nullable Request<?> parse(String body, Map<String, List<String>> headers) {
        return parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack")
                .queryString(Map.of())
                .headers(new RequestHeaders(headers))
                .requestBody(body)
                .build());
    }

    private Acknowledgement event(String body, Map<String, List<String>> headers) {
        Payload payload = new Payload(JsonParser.parseString(body));
        if (payload.text("type").equals("url_verification")) {
            return parse(body, headers) instanceof UrlVerificationRequest verification
                            && verification.getChallenge() != null
                    ? Acknowledgement.challenge(verification.getChallenge())
                    : Acknowledgement.EMPTY;
        }
        Optional<Work> work = events.work(payload);
        if (work.isPresent()) {
            String id = payload.id("event_id").orElseGet(() -> hash(body));
            if (claim("event:" + id, work.get()) == Taken.NO_ROOM) {
                busy("event:" + id, work.get());
            }
        }
        return Acknowledgement.EMPTY;
    }

    /** A message is told so in its thread; it stays claimed until it was. */
    private void busy(String id, Work work) {
        boolean told = work instanceof Work.Asked asked
                && desk.begin(CLAIMS + id, new Work.Notice(asked.channel(), asked.thread(), asked.ts(), BUSY));
        if (!told) {
            claims.release(CLAIMS + id);
            throw new BusyException();
        }
    }

    private Acknowledgement command(SlashCommandPayload command, String body) {
        String team = String.valueOf(command.getTeamId());
        String channel = String.valueOf(command.getChannelId());
        String user = String.valueOf(command.getUserId());
        String text = command.getText() == null ? "" : command.getText().strip();
        boolean direct = "directmessage".equals(command.getChannelName());
        Set<String> at = new HashSet<>(Set.of(team));
        Optional.ofNullable(command.getEnterpriseId()).ifPresent(at::add);
        Optional<String> refusal = scope.refusal(new Installation(at), channel, direct, team, false);
        if (refusal.isPresent()) {
            return Acknowledgement.ephemeral(refusal.get());
        }
        if (text.isEmpty()) {
            return Acknowledgement.ephemeral(HOW);
        }
        String responseUrl = command.getResponseUrl();
        if (!responseUrls.isAllowed(responseUrl)) {
            LOG.warn("A command came with a response_url that is not Slack's; it is not answered");
            return Acknowledgement.ephemeral("Sorry, I can answer to addresses of Slack only.");
        }
        String id = command.getTriggerId() == null ? hash(body) : hash(command.getTriggerId());
        Work work = new Work.Command(team, channel, user, text, responseUrl, direct);
        if (claim("command:" + id, work) == Taken.NO_ROOM) {
            claims.finish(CLAIMS + "command:" + id);
            return Acknowledgement.ephemeral(BUSY);
        }
        return Acknowledgement.ephemeral(LOOKING);
    }

    private Acknowledgement action(BlockActionPayload payload, String body) {
        if (payload.getUser() == null || payload.getTeam() == null || payload.getActions() == null) {
            return Acknowledgement.EMPTY;
        }
        String team = String.valueOf(payload.getTeam().getId());
        String trigger = payload.getTriggerId() == null ? body : payload.getTriggerId();
        for (BlockActionPayload.Action action : payload.getActions()) {
            Optional<Buttons.Pressed> pressed = Buttons.read(action.getActionId(), action.getValue());
            if (pressed.isPresent()) {
                Work work = work(payload, team, pressed.get());
                // An answer is shared once, however often the button is pressed.
                String id = work instanceof Work.Sharing
                        ? "share:" + pressed.get().answer()
                        : "rating:" + hash(trigger + " " + action.getActionTs());
                if (claim(id, work) == Taken.NO_ROOM) {
                    claims.release(CLAIMS + id);
                    throw new BusyException();
                }
            }
        }
        return Acknowledgement.EMPTY;
    }

    private Work work(BlockActionPayload payload, String team, Buttons.Pressed pressed) {
        String user = payload.getUser().getId();
        String channel = payload.getChannel() == null
                ? String.valueOf(
                        payload.getContainer() == null
                                ? null
                                : payload.getContainer().getChannelId())
                : payload.getChannel().getId();
        String url = responseUrls.isAllowed(payload.getResponseUrl()) ? payload.getResponseUrl() : null;
        String thread =
                payload.getContainer() == null ? null : payload.getContainer().getThreadTs();
        return pressed.share()
                ? new Work.Sharing(
                        team,
                        channel,
                        user,
                        pressed.answer(),
                        pressed.owner(),
                        clock.instant().minusSeconds(60).getEpochSecond() + ".000000",
                        url)
                : new Work.Rating(
                        team, channel, user, pressed.answer(), pressed.owner(), pressed.helpful(), thread, url);
    }

    private Taken claim(String id, Work work) {
        if (!claims.take(CLAIMS + id, json.write(work))) {
            return Taken.BEFORE;
        }
        return desk.begin(CLAIMS + id, work) ? Taken.NOW : Taken.NO_ROOM;
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What became of work. */
    private enum Taken {
        NOW,
        BEFORE,
        NO_ROOM
    }
}
