package io.docent.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Holds each token and each address to so many requests a minute: a bucket that fills evenly, so that a burst of a minute's
 * worth passes. For any thread.
 */
@Singleton
final class Rates {

    /** Requests a minute where others can reach the server and nothing is set: more than the page or a program needs. */
    private static final int WISE = 6_000;

    /** Beyond it the one longest unused is forgotten, and begins with a full bucket again. */
    private static final int MOST_BUCKETS = 50_000;

    /** Of an IPv6 address: a subscriber has a whole network of this length. */
    private static final int NETWORK_BYTES = 8;

    private final int perToken;
    private final int perAddress;
    private final int proxies;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    Rates(RateSettings settings, Sites sites) {
        int wise = sites.isLocal() ? 0 : WISE;
        this.perToken = settings.perToken() == null ? wise : settings.perToken();
        // Behind a proxy that is not told of, all have the proxy's address.
        this.perAddress = settings.perAddress() == null
                ? (sites.isBehindProxy() && settings.proxies() == 0 ? 0 : wise)
                : settings.perAddress();
        this.proxies = settings.proxies();
    }

    /** Counts a request of a token's holder; how long to wait where there were too many. */
    Optional<Duration> takeFrom(Person person) {
        return take(person.id(), perToken);
    }

    /** Counts a request of an address; how long to wait where there were too many. */
    Optional<Duration> takeFrom(HttpRequest<?> request) {
        return perAddress == 0 ? Optional.empty() : take(address(request), perAddress);
    }

    private Optional<Duration> take(String whence, int perMinute) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe taken = buckets.get(whence, key -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private String address(HttpRequest<?> request) {
        InetSocketAddress peer = request.getRemoteAddress();
        String near = peer.getAddress() == null ? peer.getHostString() : network(peer.getAddress());
        if (proxies == 0) {
            return near;
        }
        // Whoever sends the request writes what he likes before what the proxies add.
        List<String> forwarded = request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return forwarded.size() < proxies ? near : network(forwarded.get(forwarded.size() - proxies), near);
    }

    private static String network(String literal, String otherwise) {
        try {
            // A literal alone: no name is looked up because a request has it.
            return network(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
