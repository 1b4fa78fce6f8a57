package io.docent.channel.slack;

import io.docent.channel.slack.Scope.Installation;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to do for an event: for most there is nothing. For any thread. */
@Singleton
final class Events {

    /** Messages that people write; all other subtypes tell of edits, joins, bots and the like. */
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast");

    private final SlackSettings settings;
    private final Scope scope;
    private final Identity identity;
    private final OpenThreads threads;

    Events(SlackSettings settings, Scope scope, Identity identity, OpenThreads threads) {
        this.settings = settings;
        this.scope = scope;
        this.identity = identity;
        this.threads = threads;
    }

    Optional<Work> work(Payload payload) {
        Payload event = payload.part("event");
        return switch (event.text("type")) {
            case "app_mention" -> mention(payload, event);
            case "message" -> message(payload, event);
            case "assistant_thread_started" -> greeting(payload, event.part("assistant_thread"));
            default -> Optional.empty();
        };
    }

    private Optional<Work> mention(Payload payload, Payload event) {
        return asked(payload, event, false).map(asked -> orRefused(payload, asked));
    }

    private Work orRefused(Payload payload, Work.Asked asked) {
        return refusal(payload, asked)
                .<Work>map(why -> new Work.Notice(asked.channel(), asked.thread(), asked.ts(), why))
                .orElse(asked);
    }

    private Optional<Work> message(Payload payload, Payload event) {
        if (event.text("channel_type").equals("im")) {
            return asked(payload, event, true).map(asked -> orRefused(payload, asked));
        }
        // A message with a mention comes once more as app_mention, or is addressed to somebody else.
        return asked(payload, event, false)
                .filter(asked -> settings.isAnsweringThreads()
                        && asked.inThread()
                        && !QuestionText.mentionsAnybody(asked.text())
                        && threads.isOpen(Threads.owner(asked))
                        && refusal(payload, asked).isEmpty())
                .map(asked -> asked);
    }

    private Optional<Work.Asked> asked(Payload payload, Payload event, boolean direct) {
        String bot = payload.bot() == null ? identity.user() : payload.bot();
        Optional<String> team = payload.id("team_id");
        Optional<String> channel = event.id("channel");
        Optional<String> user = event.id("user");
        Optional<String> ts = event.time("ts");
        if (team.isEmpty()
                || channel.isEmpty()
                || user.isEmpty()
                || ts.isEmpty()
                || !isWrittenByAPerson(event, user.get(), bot)) {
            return Optional.empty();
        }
        String thread = event.time("thread_ts").orElse(ts.get());
        return Optional.of(new Work.Asked(
                team.get(),
                channel.get(),
                user.get(),
                event.id("user_team").or(() -> event.id("team")).orElse(team.get()),
                ts.get(),
                thread,
                event.text("text"),
                bot,
                direct,
                !thread.equals(ts.get())));
    }

    private static boolean isWrittenByAPerson(Payload event, String user, @Nullable String bot) {
        return WRITTEN.contains(event.text("subtype"))
                && !event.has("bot_id")
                && !event.has("bot_profile")
                && !event.has("edited")
                && !event.flag("hidden")
                && !user.equals(bot)
                && !user.equals("USLACKBOT");
    }

    private Optional<String> refusal(Payload payload, Work.Asked asked) {
        return scope.refusal(
                installation(payload),
                asked.channel(),
                asked.direct(),
                asked.userTeam(),
                payload.flag("is_ext_shared_channel"));
    }

    private static Installation installation(Payload payload) {
        Set<String> ids = new HashSet<>(payload.all("authorizations", "team_id"));
        ids.addAll(payload.all("authorizations", "enterprise_id"));
        payload.id("team_id").ifPresent(ids::add);
        payload.id("enterprise_id").ifPresent(ids::add);
        return new Installation(ids);
    }

    private Optional<Work> greeting(Payload payload, Payload thread) {
        Optional<String> channel = thread.id("channel_id");
        Optional<String> ts = thread.time("thread_ts");
        boolean refused = scope.refusal(
                        installation(payload),
                        channel.orElse(""),
                        true,
                        payload.id("team_id").orElse(""),
                        false)
                .isPresent();
        return channel.isEmpty() || ts.isEmpty() || refused
                ? Optional.empty()
                : Optional.of(new Work.Greeting(channel.get(), ts.get()));
    }
}
