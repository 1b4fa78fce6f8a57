package io.docent.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that this server goes by, and the pages that may call it. For any thread. */
@Singleton
final class Sites {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern HOST = Pattern.compile("([a-z0-9_.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private final PublicUrl publicUrl;
    private final Set<String> origins;
    private final boolean listensOnLoopback;

    Sites(PublicUrl publicUrl, AccessSettings settings, @Value("${micronaut.server.host:0.0.0.0}") String host) {
        this.publicUrl = publicUrl;
        this.origins = Set.copyOf(settings.origins());
        this.listensOnLoopback = isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether only this machine can reach the server. */
    boolean isLocal() {
        return listensOnLoopback && !publicUrl.isSet();
    }

    /** Whether what comes from others comes through a program on this machine. */
    boolean isBehindProxy() {
        return listensOnLoopback && publicUrl.isSet();
    }

    /** Whether a request came in by an address that other machines reach, whatever the settings say it listens on. */
    static boolean arrivedFromOutside(HttpRequest<?> request) {
        InetSocketAddress arrivedAt = request.getServerAddress();
        return arrivedAt.getAddress() != null && !arrivedAt.getAddress().isLoopbackAddress();
    }

    /** Why a request is refused for the name it calls this server by or the page it comes from; empty where it is not. */
    Optional<String> refusal(HttpRequest<?> request) {
        if (!isKnownHost(request)) {
            return Optional.of("this server does not go by the name in the Host header;"
                    + " set docent.public-url to the address people use");
        }
        if (isForeignOrigin(request) || isForeignFetch(request)) {
            return Optional.of("requests from pages of other sites are refused; docent.access.origins allows some");
        }
        return Optional.empty();
    }

    /**
     * A page of another site may have its name resolve to this machine (DNS rebinding); then the Host header has that
     * name. Elsewhere than on loopback a token stands in its way.
     */
    private boolean isKnownHost(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll("Host");
        if (hosts.size() != 1) {
            return false;
        }
        Matcher host = HOST.matcher(hosts.getFirst().strip().toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            return false;
        }
        return (!listensOnLoopback && !publicUrl.isSet())
                || LOOPBACK_NAMES.contains(host.group(1))
                || publicUrl.host().filter(host.group(1)::equals).isPresent();
    }

    private boolean isForeignOrigin(HttpRequest<?> request) {
        List<String> sent = request.getHeaders().getAll("Origin");
        return sent.size() > 1
                || (sent.size() == 1 && !origins.contains(sent.getFirst()) && !isOwn(sent.getFirst(), request));
    }

    /** A proxy may put this machine's name in the place of the Host that the page was opened by. */
    private boolean isOwn(String origin, HttpRequest<?> request) {
        try {
            URI uri = URI.create(origin);
            String authority = uri.getRawAuthority();
            if (authority == null) {
                return false;
            }
            return publicUrl.authority().filter(authority::equalsIgnoreCase).isPresent()
                    ? publicUrl
                            .scheme()
                            .filter(uri.getScheme()::equalsIgnoreCase)
                            .isPresent()
                    : authority.equalsIgnoreCase(request.getHeaders().get("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Browsers say so too where they send no Origin (Fetch Metadata): a picture, a script; a link that is followed may. */
    private boolean isForeignFetch(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site == null
                || "same-origin".equals(site)
                || "none".equals(site)
                || corsOrigin(request).isPresent()) {
            return false;
        }
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return !(reads && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode")));
    }

    /** The origin of the page of another site that a request comes from, where the settings allow it. */
    Optional<String> corsOrigin(HttpRequest<?> request) {
        List<String> sent = request.getHeaders().getAll("Origin");
        return sent.size() == 1 && origins.contains(sent.getFirst()) ? Optional.of(sent.getFirst()) : Optional.empty();
    }
}
