package io.packetboat.aws.endpoint;

import io.packetboat.aws.wire.WireRequest;
import java.util.regex.Pattern;

/**
 * How the client reaches this endpoint, by its own word: the Host header, and the scheme that a proxy before us says it was
 * asked with. It only ever goes back to that client, in queue URLs.
 */
final class PublicAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~:\\[\\]-]{1,261}");

    private PublicAddress() {}

    static String of(WireRequest request, boolean secure) {
        String host = request.headers().firstOrEmpty("host");
        boolean https =
                secure || request.headers().firstOrEmpty("x-forwarded-proto").equalsIgnoreCase("https");
        return (https ? "https://" : "http://") + (HOST.matcher(host).matches() ? host : "localhost");
    }
}
