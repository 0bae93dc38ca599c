package io.packetboat.aws.sigv4;

import io.packetboat.aws.wire.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a request says about its signature, wherever it says it.
 *
 * @param timestamp when it was signed, {@code 20150830T123600Z}
 * @param signedHeaders lower-case, in the client's order
 * @param hex the signature itself
 * @param validity of a pre-signed URL; without one the skew of clocks bounds a signature's life
 * @param token a session token, where one came along
 */
record Signature(
        Credential credential,
        String timestamp,
        List<String> signedHeaders,
        String hex,
        Optional<Duration> validity,
        Optional<String> token) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    Signature {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Whether the request says anything of a signature. */
    static boolean isIn(WireRequest request) {
        return request.headers().has("authorization") || UrlSignature.isIn(request);
    }

    /** Reads the request's signature; raises {@link io.packetboat.aws.operation.RequestRefused} for none or half a one. */
    static Signature of(WireRequest request) {
        return request.headers().has("authorization") ? HeaderSignature.of(request) : UrlSignature.of(request);
    }
}
