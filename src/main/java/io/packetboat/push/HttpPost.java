package io.packetboat.push;

import io.packetboat.kernel.InvalidValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to an endpoint.
 *
 * @param headers by name; this node's own words and never a publisher's
 */
public record HttpPost(URI uri, Map<String, String> headers, byte[] body) {

    public HttpPost {
        headers = Map.copyOf(headers);
        requireUsable(uri);
    }

    /** Raises {@link InvalidValue} for an address that no request can be sent to. */
    static void requireUsable(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new InvalidValue("Endpoint", "must begin with http:// or https://");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new InvalidValue("Endpoint", "must name a host");
        }
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Without the brackets that an IPv6 address has in a URI. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** What stands in the header Host. */
    String authority() {
        return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }

    /** Path and query as they were subscribed. */
    String target() {
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** User and password of the address, as AWS allows them there. */
    Optional<String> authorization() {
        return Optional.ofNullable(uri.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without what may hold a secret. */
    @Override
    public String toString() {
        return "HttpPost[" + uri.getScheme() + "://" + authority() + "]";
    }
}
