package io.packetboat.aws.sigv4;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code Authorization: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...}. */
final class HeaderSignature {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private HeaderSignature() {}

    static Signature of(WireRequest request) {
        WireHeaders headers = request.headers();
        String header = headers.firstOrEmpty("authorization").strip();
        int space = header.indexOf(' ');
        String algorithm = space < 0 ? header : header.substring(0, space);
        if (!algorithm.equals(Signature.ALGORITHM)) {
            throw new RequestRefused(
                    CommonErrors.INCOMPLETE_SIGNATURE,
                    "Unsupported AWS 'algorithm': '" + Printable.of(algorithm) + "'.");
        }
        String[] parameters = header.substring(algorithm.length()).split(",", -1);
        return new Signature(
                Credential.parse(parameter(parameters, "Credential")),
                timestamp(headers),
                List.of(parameter(parameters, "SignedHeaders").split(";", -1)),
                parameter(parameters, "Signature"),
                Optional.empty(),
                headers.first("x-amz-security-token"));
    }

    private static String parameter(String[] parameters, String name) {
        for (String part : parameters) {
            String trimmed = part.strip();
            if (trimmed.startsWith(name) && trimmed.startsWith("=", name.length())) {
                return trimmed.substring(name.length() + 1);
            }
        }
        throw new RequestRefused(
                CommonErrors.INCOMPLETE_SIGNATURE, "Authorization header requires '" + name + "' parameter.");
    }

    private static String timestamp(WireHeaders headers) {
        return headers.first("x-amz-date")
                .or(() -> headers.first("date").map(HeaderSignature::basic))
                .orElseThrow(() -> new RequestRefused(
                        CommonErrors.INCOMPLETE_SIGNATURE,
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."));
    }

    /** Clients without X-Amz-Date sign the Date header, in HTTP's form or in the basic one. */
    private static String basic(String date) {
        try {
            return BASIC.format(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return date;
        }
    }
}
