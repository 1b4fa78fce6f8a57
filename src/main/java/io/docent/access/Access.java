package io.docent.access;

import io.docent.access.Tokens.Holder;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides of every request who sends it and whether it is let in. For any thread. */
@Singleton
public final class Access {

    /** The cookie of the page, set by {@code POST /api/session}. */
    public static final String COOKIE = "docent-token";

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final PublicUrl publicUrl;
    private final Sites sites;
    private final Rates rates;

    Access(Tokens tokens, PublicUrl publicUrl, Sites sites, Rates rates) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.sites = sites;
        this.rates = rates;
    }

    /** Whether requests need a token. */
    public boolean isTokenNeeded() {
        return !sites.isLocal() || tokens.areConfigured();
    }

    private boolean isTokenNeeded(HttpRequest<?> request) {
        return isTokenNeeded() || Sites.arrivedFromOutside(request);
    }

    /** Makes the first token, an administrator's, where one is needed and there is none; told this once. */
    public Optional<String> makeFirstToken() {
        return isTokenNeeded() && !tokens.areThere()
                ? Optional.of(tokens.make("made at the first start"))
                : Optional.empty();
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

    /** What the holder of a token may; empty where it is not accepted. */
    public Optional<Role> roleOf(String token) {
        return tokens.holder(token).map(Holder::role);
    }

    /** What whoever sends a request may; empty where a token is needed and none is accepted. */
    public Optional<Role> roleOf(HttpRequest<?> request) {
        Optional<Role> role = token(request).flatMap(tokens::holder).map(Holder::role);
        return role.isEmpty() && !isTokenNeeded(request) ? Optional.of(Role.ADMINISTRATOR) : role;
    }

    /** What to do with a request. */
    Decision decide(HttpRequest<?> request) {
        Door door = Door.of(request);
        if (door == Door.SIGNER) {
            return new Decision.Signed();
        }
        Optional<String> refusal = sites.refusal(request);
        if (refusal.isPresent()) {
            return new Decision.Forbidden(refusal.get());
        }
        boolean counts = door != Door.EVERYONE || request.getMethod() == HttpMethod.POST;
        Optional<Duration> wait = counts ? rates.takeFrom(request) : Optional.empty();
        if (wait.isPresent()) {
            return new Decision.TooMany(wait.get(), "this address");
        }
        Optional<Holder> holder = token(request).flatMap(tokens::holder);
        wait = counts && holder.isPresent() ? rates.takeFrom(holder.get().person()) : Optional.empty();
        return wait.isPresent()
                ? new Decision.TooMany(wait.get(), "this token")
                : decide(request, door, holder.orElse(null));
    }

    private Decision decide(HttpRequest<?> request, Door door, @Nullable Holder holder) {
        if (holder != null) {
            return door == Door.ADMINISTRATOR && holder.role() == Role.READER
                    ? new Decision.Forbidden(
                            "this access token is a reader's: it may ask and read; uploading, deleting,"
                                    + " scanning and gaps need an administrator's, which docent token make --administrator makes")
                    : new Decision.Admitted(holder.person());
        }
        if (!isTokenNeeded(request)) {
            return new Decision.Admitted(Person.LOCAL);
        }
        if (door == Door.EVERYONE) {
            return new Decision.Admitted(null);
        }
        return new Decision.Unknown(
                token(request).isPresent()
                        ? "the access token is not accepted; ask whoever runs this server for one"
                        : "an access token is needed: send it as Authorization: Bearer …, or open the page and enter it");
    }

    /** The header counts where there is one, right or wrong; of two headers neither. */
    private static Optional<String> token(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll("Authorization");
        if (headers.isEmpty()) {
            return request.getCookies().findCookie(COOKIE).map(Cookie::getValue);
        }
        String header = headers.getFirst();
        return Optional.of(
                headers.size() == 1 && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? header.substring(BEARER.length()).strip()
                        : "");
    }

    /** What becomes of a request. */
    sealed interface Decision {

        /** It goes on, as this person's; as nobody's where everyone may send it and nobody is known. */
        record Admitted(@Nullable Person person) implements Decision {}

        /** It goes on, as nobody's: its path knows the sender by the signature, or refuses it. */
        record Signed() implements Decision {}

        /** It lacks a token, or its token is not accepted. */
        record Unknown(String why) implements Decision {}

        /** It is refused, whoever sends it. */
        record Forbidden(String why) implements Decision {}

        /** There were too many from whence it comes. */
        record TooMany(Duration pause, String whence) implements Decision {}
    }
}
