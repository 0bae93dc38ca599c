package io.packetboat.aws.sigv4;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.PercentCoding;
import io.packetboat.aws.wire.WireRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the signature of a pre-signed URL: {@code X-Amz-Algorithm=...&X-Amz-Credential=...&...}. */
final class UrlSignature {
    private static final String PREFIX = "X-Amz-";
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    private UrlSignature() {}

    static boolean isIn(WireRequest request) {
        return isIn(parameters(request.query()));
    }

    static Signature of(WireRequest request) {
        Map<String, String> parameters = parameters(request.query());
        if (!isIn(parameters)) {
            throw new RequestRefused(CommonErrors.MISSING_AUTHENTICATION, "Request is missing Authentication Token");
        }
        if (!require(parameters, "X-Amz-Algorithm").equals(Signature.ALGORITHM)) {
            throw new RequestRefused(
                    CommonErrors.INCOMPLETE_SIGNATURE, "X-Amz-Algorithm only supports '" + Signature.ALGORITHM + "'.");
        }
        return new Signature(
                Credential.parse(require(parameters, "X-Amz-Credential")),
                require(parameters, "X-Amz-Date"),
                List.of(require(parameters, "X-Amz-SignedHeaders").split(";", -1)),
                require(parameters, "X-Amz-Signature"),
                Optional.of(validity(require(parameters, "X-Amz-Expires"))),
                Optional.ofNullable(parameters.get("X-Amz-Security-Token")));
    }

    private static boolean isIn(Map<String, String> parameters) {
        return parameters.containsKey("X-Amz-Signature") || parameters.containsKey("X-Amz-Credential");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.startsWith(PREFIX)) {
                parameters.putIfAbsent(pair.substring(0, equals), PercentCoding.decodeUrl(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String require(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new RequestRefused(
                        CommonErrors.INCOMPLETE_SIGNATURE, "AWS query-string parameters must include '" + name + "'."));
    }

    private static Duration validity(String text) {
        try {
            long seconds = Long.parseLong(text);
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            throw wrongValidity();
        }
        throw wrongValidity();
    }

    private static RequestRefused wrongValidity() {
        return new RequestRefused(
                CommonErrors.INCOMPLETE_SIGNATURE,
                "X-Amz-Expires must be between 1 and " + LONGEST_SECONDS + " seconds.");
    }
}
