package io.packetboat.admin.login;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the requests that a page of another site makes a browser send with this site's login. Pure.
 *
 * <p>Browsers say by {@code Sec-Fetch-Site} where a request comes from, and on plain HTTP at least by {@code Origin}. A
 * request with the session cookie must carry {@value #HEADER} besides, which no foreign page can add: that would need
 * CORS, which this server never grants.
 */
final class CrossSite {
    /** The header of the console's requests; its value does not matter. */
    static final String HEADER = "X-Packetboat-Console";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private CrossSite() {}

    static boolean isForeign(ContainerRequestContext request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin != null
                && !authorityOf(origin).equals(Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)));
    }

    /** Whether a request that is authenticated by the cookie may have been made by a page that is not the console. */
    static boolean lacksHeader(ContainerRequestContext request) {
        return !SAFE_METHODS.contains(request.getMethod()) && !isFromConsole(request);
    }

    static boolean isFromConsole(ContainerRequestContext request) {
        return request.getHeaderString(HEADER) != null;
    }

    private static Optional<String> authorityOf(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
