package io.packetboat.aws.sigv4;

import io.packetboat.aws.wire.PercentCoding;
import io.packetboat.aws.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;

/** The one form of a request that client and server sign, whatever way its parts took over the wire. Pure. */
final class CanonicalRequest {
    private CanonicalRequest() {}

    /** The SHA-256 of the canonical request in lower-case hexadecimal. */
    static String hash(WireRequest request, List<String> signedHeaders, String payloadHash) {
        return Sha256.hex(text(request, signedHeaders, payloadHash).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Characters stand for bytes, as in the request. */
    static String text(WireRequest request, List<String> signedHeaders, String payloadHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.path())).append('\n');
        text.append(query(request.query())).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(headerValue(request, name)).append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n');
        return text.append(payloadHash).toString();
    }

    /** Without empty, {@code .} and {@code ..} parts, and encoded once more than it came. */
    static String path(String raw) {
        if (raw.equals("/")) {
            return raw;
        }
        Deque<String> parts = new ArrayDeque<>();
        String last = "";
        for (String part : raw.split("/", -1)) {
            last = part;
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        StringBuilder path = new StringBuilder(raw.length() + 8);
        for (String part : parts) {
            path.append('/');
            PercentCoding.encode(part.getBytes(StandardCharsets.ISO_8859_1), path);
        }
        boolean endsWithSlash = last.isEmpty() || last.equals(".") || last.equals("..");
        return parts.isEmpty() || endsWithSlash ? path.append('/').toString() : path.toString();
    }

    /** Decoded and encoded again, sorted by name, then value; without the signature itself. */
    static String query(String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("X-Amz-Signature=")) {
                int equals = pair.indexOf('=');
                parameters.add(new Parameter(
                        recoded(equals < 0 ? pair : pair.substring(0, equals)),
                        recoded(equals < 0 ? "" : pair.substring(equals + 1))));
            }
        }
        parameters.sort(Comparator.comparing(Parameter::name).thenComparing(Parameter::value));
        StringJoiner query = new StringJoiner("&");
        parameters.forEach(parameter -> query.add(parameter.name() + "=" + parameter.value()));
        return query.toString();
    }

    private record Parameter(String name, String value) {}

    private static String recoded(String raw) {
        StringBuilder encoded = new StringBuilder(raw.length());
        PercentCoding.encode(PercentCoding.decodeBytes(raw), encoded);
        return encoded.toString();
    }

    private static String headerValue(WireRequest request, String name) {
        List<String> values = request.headers().all(name);
        if (values.size() == 1) {
            return trimmed(values.get(0));
        }
        StringJoiner joined = new StringJoiner(",");
        values.forEach(value -> joined.add(trimmed(value)));
        return joined.toString();
    }

    /** Without white space around it, and with one space for each run of it inside. */
    private static String trimmed(String value) {
        String stripped = value.strip();
        if (!stripped.contains("  ") && stripped.indexOf('\t') < 0) {
            return stripped;
        }
        return stripped.replaceAll("\\s+", " ");
    }
}
