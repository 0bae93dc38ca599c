package io.packetboat.aws.sigv4;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.identity.SigningKey;
import io.packetboat.identity.SigningScope;
import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds out who signed a request.
 *
 * <p>The signature must cover the Host header, and those of AWS's own headers by which a request is understood; the scope's
 * region may be any. Compared in constant time. Safe for any number of threads, never blocks.
 */
public final class SignatureVerifier {
    private static final List<String> MUST_BE_SIGNED =
            List.of("host", "x-amz-date", "x-amz-target", "x-amz-security-token", "x-amz-content-sha256");
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final String STREAMING_PREFIX = "STREAMING-";
    private static final HexFormat HEX = HexFormat.of();

    private final BiFunction<String, SigningScope, Optional<SigningKey>> keys;
    private final SignatureTime time;

    /** @param keys finds the key of an active access key for a scope */
    public SignatureVerifier(BiFunction<String, SigningScope, Optional<SigningKey>> keys, Clock clock) {
        this.keys = keys;
        this.time = new SignatureTime(clock);
    }

    /**
     * The user whose access key signed the request for this service.
     *
     * @throws RequestRefused with AWS's own error for whatever is wrong with the signature
     */
    public UserName verify(WireRequest request, String service) {
        Signature signature = Signature.of(request);
        requireService(signature, service);
        requireSignedHeaders(request, signature);
        time.require(signature);
        if (signature.token().isPresent()) {
            // No session is ever issued here.
            throw unknownKey();
        }
        SigningKey key = keys.apply(
                        signature.credential().accessKeyId(),
                        signature.credential().scope())
                .orElseThrow(SignatureVerifier::unknownKey);
        String payloadHash = payloadHash(request);
        String canonical = CanonicalRequest.hash(request, signature.signedHeaders(), payloadHash);
        String expected = HEX.formatHex(key.sign(String.join(
                "\n",
                Signature.ALGORITHM,
                signature.timestamp(),
                signature.credential().scope().toString(),
                canonical)));
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature.hex()))) {
            throw mismatch();
        }
        return key.user();
    }

    /** The access key that a request claims to be signed with, for the audit trail; empty where it names none. */
    public static String claimedKey(WireRequest request) {
        try {
            return Signature.of(request).credential().accessKeyId();
        } catch (RequestRefused unreadable) {
            return "";
        }
    }

    /** The signing name of the service that a request claims to be signed for; nothing is verified by it. */
    public static Optional<String> claimedService(WireRequest request) {
        try {
            return Optional.of(Signature.of(request).credential().scope().service());
        } catch (RequestRefused unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a request bears a signature at all, be it wrong or half a one. */
    public static boolean isSigned(WireRequest request) {
        return Signature.isIn(request);
    }

    private static void requireService(Signature signature, String service) {
        if (!signature.credential().scope().service().equals(service)) {
            throw new RequestRefused(
                    CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                    "Credential should be scoped to correct service: '" + service + "'.");
        }
    }

    private static void requireSignedHeaders(WireRequest request, Signature signature) {
        for (String name : MUST_BE_SIGNED) {
            boolean needed = name.equals("host") || request.headers().has(name);
            if (needed && !signature.signedHeaders().contains(name)) {
                throw new RequestRefused(
                        CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                        "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private static String payloadHash(WireRequest request) {
        String claimed = request.headers().firstOrEmpty("x-amz-content-sha256");
        if (claimed.equals(UNSIGNED_PAYLOAD)) {
            return claimed;
        }
        if (claimed.startsWith(STREAMING_PREFIX)) {
            throw new RequestRefused(
                    CommonErrors.SIGNATURE_DOES_NOT_MATCH, "Signed chunks (STREAMING-*) are not supported.");
        }
        String actual = Sha256.hex(request.body());
        if (!claimed.isEmpty() && !claimed.equals(actual)) {
            throw mismatch();
        }
        return actual;
    }

    private static byte[] bytes(String hex) {
        return hex.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static RequestRefused unknownKey() {
        return new RequestRefused(CommonErrors.INVALID_TOKEN, "The security token included in the request is invalid.");
    }

    private static RequestRefused mismatch() {
        return new RequestRefused(
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
    }
}
