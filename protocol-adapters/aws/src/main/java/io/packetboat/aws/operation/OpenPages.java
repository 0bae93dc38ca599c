package io.packetboat.aws.operation;

import java.util.Optional;

/**
 * What anybody may fetch from a service with GET and without a signature, a certificate for example.
 *
 * <p>Asked for every GET, on an event loop: an implementation looks into memory, it must not block or fail.
 */
@FunctionalInterface
public interface OpenPages {
    /** A service without any. */
    OpenPages NONE = path -> Optional.empty();

    /**
     * The page at a path.
     *
     * @param path as it was sent, not decoded, {@code /certificate.pem}
     */
    Optional<Page> find(String path);

    /**
     * What is answered with status 200.
     *
     * @param contentType this node's own words, it goes into a header
     */
    record Page(String contentType, byte[] body) {}
}
