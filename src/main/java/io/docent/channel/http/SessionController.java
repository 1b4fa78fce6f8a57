package io.docent.channel.http;

import io.docent.access.Access;
import io.docent.access.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets the page hold a token where its scripts cannot read it. */
@Controller("/api/session")
class SessionController {

    private static final Set<String> FIELDS = Set.of("token");

    private static final int LONGEST_TOKEN = 500;

    private final Access access;

    SessionController(Access access) {
        this.access = access;
    }

    /** Whether a token is needed at all, and what the asker may. */
    @Get
    SessionJson get(HttpRequest<?> request) {
        return new SessionJson(
                access.isTokenNeeded(), access.roleOf(request).map(Role::word).orElse(null));
    }

    /** Puts an accepted token into a cookie that lasts as long as the browser's session. */
    @Post
    MutableHttpResponse<?> begin(@Body @Nullable JsonNode body, HttpRequest<?> request) {
        String token = JsonFields.of(body, FIELDS).text("token", LONGEST_TOKEN);
        if (access.roleOf(token).isEmpty()) {
            return Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "this access token is not accepted; look for a missing or doubled character")
                    .response();
        }
        return HttpResponse.noContent().cookie(cookie(token, request));
    }

    /** Forgets the token. */
    @Delete
    MutableHttpResponse<?> end(HttpRequest<?> request) {
        return HttpResponse.noContent().cookie(cookie("", request).maxAge(0));
    }

    private static Cookie cookie(String token, HttpRequest<?> request) {
        boolean secure =
                request.isSecure() || "https".equals(request.getHeaders().get("X-Forwarded-Proto"));
        return Cookie.of(Access.COOKIE, token)
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .secure(secure)
                .path("/");
    }

    /**
     * Who the service takes the asker for.
     *
     * @param tokenNeeded whether requests need a token
     * @param role {@code reader} or {@code administrator}; null where a token is needed and none is accepted
     */
    @Serdeable
    record SessionJson(boolean tokenNeeded, @Nullable String role) {}
}
