package io.docent.channel.webhook;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/** Where outgoing webhooks send messages. Nothing is answered before the token is checked. */
@Controller("/webhook")
class WebhookController {

    private final WebhookSettings settings;
    private final Senders senders;
    private final Replies replies;
    private final JsonMapper json;

    WebhookController(WebhookSettings settings, Senders senders, Replies replies, JsonMapper json) {
        this.settings = settings;
        this.senders = senders;
        this.replies = replies;
        this.json = json;
    }

    /** Answers a message. */
    @Post
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @ExecuteOn(TaskExecutors.BLOCKING)
    ReplyJson receive(HttpRequest<byte[]> request) {
        if (!settings.isOn()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "webhooks are not set up here");
        }
        Message message = read(request);
        String sender = senders.named(message.token())
                .orElseThrow(() -> new HttpStatusException(
                        HttpStatus.UNAUTHORIZED, "the token of this webhook is none of docent.webhook.tokens"));
        return replies.to(message, sender);
    }

    private Message read(HttpRequest<byte[]> request) {
        boolean isForm = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent();
        try {
            return Message.of(request.getBody().orElse(new byte[0]), isForm, json);
        } catch (IOException e) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST,
                    "the body is no message of a webhook: a form or a JSON object with token and text");
        }
    }
}
