package io.packetboat.aws.endpoint;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;

/**
 * Where and within which bounds the AWS endpoint listens.
 *
 * @param host the local address, {@code 0.0.0.0} for all
 * @param port plain and TLS alike, 0 lets the system choose, for tests
 * @param maxRequestSize of a request's body in bytes, compressed and inflated
 * @param maxPendingSize of all requests together, heads and bodies, that are being received or served, in bytes
 * @param maxConnections at a time; further ones are closed at once
 * @param patience how long clients may take
 */
public record AwsConfig(
        String host, int port, int maxRequestSize, long maxPendingSize, int maxConnections, Patience patience) {
    /** The key that moves the port; the failure to open it names this key. */
    public static final String PORT_KEY = "packetboat.aws.port";

    /** The port unless the operator says otherwise, the one that local AWS emulators share. */
    public static final int STANDARD_PORT = 4566;

    /**
     * How long clients may take.
     *
     * @param progress between two pieces of a request, of an answer, or of a TLS handshake
     * @param request for a whole request from its first byte
     * @param idle between an answer and the next request
     */
    public record Patience(Duration progress, Duration request, Duration idle) {
        /** 10 seconds without progress, a minute for a request, 90 seconds of silence between requests. */
        public static final Patience DEFAULT =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    public AwsConfig {
        if (port < 0 || port > 65_535) {
            throw new InvalidValue(PORT_KEY, "must be between 0 and 65535");
        }
    }
}
