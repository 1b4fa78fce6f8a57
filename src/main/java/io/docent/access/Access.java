package io.docent.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides of every request who sends it and whether it is let in. For any thread. */
@Singleton
public final class Access {

    /** The cookie of the page, set by {@code POST /api/session}. */
    public static final String COOKIE = "docent-token";

    private static final String BEARER = "Bearer ";

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What is told without a token: the page, which has nothing of the documents; how to get in; and being alive. */
    private static final Set<String> OPEN_PATHS =
            Set.of("/", "/favicon.ico", "/api/session", "/health", "/health/liveness", "/health/readiness");

    /**
     * What is signed by whoever sends it, or carries a token of its own, which the path itself checks. It comes by any name that a tunnel gives this
     * machine, and from no page.
     */
    private static final Set<String> SIGNED_PATHS =
            Set.of("/slack/events", "/slack/commands", "/slack/interactions", "/webhook");

    private static final Set<String> OPEN_BELOW = Set.of("/assets/", "/documents/");

    private final Tokens tokens;
    private final PublicUrl publicUrl;
    private final boolean onLoopback;

    Access(Tokens tokens, PublicUrl publicUrl, @Value("${micronaut.server.host:0.0.0.0}") String host) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.onLoopback = isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether requests need a token. */
    public boolean isTokenNeeded() {
        return !onLoopback || publicUrl.isSet() || tokens.areConfigured();
    }

    /** Makes the first token where one is needed and there is none; told this once. */
    public Optional<String> makeFirstToken() {
        return isTokenNeeded() && !tokens.areThere() ? Optional.of(tokens.make()) : Optional.empty();
    }

    /** The address to open in a browser: the public one, or that of this machine where it listens on all of its own. */
    public URI addressFor(URI listening) {
        Optional<String> known = publicUrl.resolve("");
        if (known.isPresent()) {
            return URI.create(known.get());
        }
        try {
            return InetAddress.getByName(listening.getHost()).isAnyLocalAddress()
                    ? URI.create("http://" + InetAddress.getLocalHost().getHostName() + ":" + listening.getPort())
                    : listening;
        } catch (UnknownHostException | IllegalArgumentException e) {
            return listening;
        }
    }

    /** Whether a token is accepted. */
    public boolean accepts(String token) {
        return tokens.holder(token).isPresent();
    }

    /** What to do with a request. */
    Decision decide(HttpRequest<?> request) {
        if (SIGNED_PATHS.contains(request.getPath())) {
            return new Decision.Signed();
        }
        if (!isKnownHost(request)) {
            return new Decision.Forbidden(
                    "this server does not go by the name in the Host header; set docent.public-url to the address people use");
        }
        if (isForeignOrigin(request)) {
            return new Decision.Forbidden("requests from pages of other sites are refused");
        }
        Optional<Person> holder = token(request).flatMap(tokens::holder);
        if (holder.isPresent()) {
            return new Decision.Admitted(holder.get());
        }
        if (!isTokenNeeded() || isOpen(request.getPath())) {
            return new Decision.Admitted(Person.LOCAL);
        }
        return new Decision.Unknown(
                token(request).isPresent()
                        ? "the access token is not accepted; ask whoever runs this server for one"
                        : "an access token is needed: send it as Authorization: Bearer …, or open the page and enter it");
    }

    private static Optional<String> token(HttpRequest<?> request) {
        Optional<String> bearer = request.getHeaders()
                .getAuthorization()
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
        return bearer.or(() -> request.getCookies().findCookie(COOKIE).map(Cookie::getValue));
    }

    private static boolean isOpen(String path) {
        return OPEN_PATHS.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    }

    /**
     * A page of another site may have its name resolve to this machine (DNS rebinding); then the Host header has that
     * name. Elsewhere than on loopback a token stands in its way.
     */
    private boolean isKnownHost(HttpRequest<?> request) {
        if (!onLoopback && !publicUrl.isSet()) {
            return true;
        }
        String host = hostName(request.getHeaders().get("Host"));
        return LOOPBACK_NAMES.contains(host)
                || publicUrl.host().filter(host::equals).isPresent();
    }

    /** A proxy may put this machine's name in the place of the Host that the page was opened by. */
    private boolean isForeignOrigin(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        if (origin == null) {
            return false;
        }
        String host = request.getHeaders().get("Host");
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null
                    || !(authority.equalsIgnoreCase(host)
                            || publicUrl
                                    .authority()
                                    .filter(authority::equalsIgnoreCase)
                                    .isPresent());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String hostName(@Nullable String host) {
        if (host == null) {
            return "";
        }
        String lower = host.strip().toLowerCase(Locale.ROOT);
        int colon = lower.lastIndexOf(':');
        return colon > lower.lastIndexOf(']') ? lower.substring(0, colon) : lower;
    }

    /** What becomes of a request. */
    sealed interface Decision {

        /** It goes on, as this person's. */
        record Admitted(Person person) implements Decision {}

        /** It goes on, as nobody's: its path knows the sender by the signature, or refuses it. */
        record Signed() implements Decision {}

        /** It lacks a token, or its token is not accepted. */
        record Unknown(String why) implements Decision {}

        /** It is refused, whoever sends it. */
        record Forbidden(String why) implements Decision {}
    }
}
