package io.docent.channel.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import io.docent.access.PublicUrl;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who Docent is in Slack; asked for at the start, which nothing waits for. For any thread. */
@Singleton
final class Identity {

    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    private final SlackSettings settings;
    private final WebApi api;
    private final PublicUrl publicUrl;
    private volatile @Nullable String user;

    Identity(SlackSettings settings, WebApi api, PublicUrl publicUrl) {
        this.settings = settings;
        this.api = api;
        this.publicUrl = publicUrl;
    }

    /** Docent's user id; null where Slack has not told it yet. */
    @Nullable
    String user() {
        return user;
    }

    @EventListener
    void onStartup(ServerStartupEvent event) {
        if (settings.isOn()) {
            Thread.ofVirtual().name("slack-identity").start(this::ask);
        }
    }

    private void ask() {
        try {
            AuthTestResponse self = api.retrying(slack -> slack.authTest(request -> request));
            user = self.getUserId();
            LOG.info(
                    "Slack: answers as {} in {}; its requests come to {}/slack/events, /slack/commands and"
                            + " /slack/interactions{}",
                    self.getUser(),
                    self.getTeam(),
                    publicUrl.resolve("").orElse(""),
                    publicUrl.isSet() ? "" : ". Set docent.public-url for answers that link to their sources");
        } catch (RefusedException e) {
            LOG.error(
                    "Slack refuses docent.slack.bot-token ({}): take the Bot User OAuth Token of the app's page OAuth &"
                            + " Permissions",
                    e.error());
        } catch (UnavailableException e) {
            LOG.warn("Slack cannot be asked who Docent is there: {}", e.getMessage());
        } catch (StoppedException e) {
            LOG.debug("{}", e.getMessage());
        }
    }
}
