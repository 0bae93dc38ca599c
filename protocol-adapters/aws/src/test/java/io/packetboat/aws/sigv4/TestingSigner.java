package io.packetboat.aws.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests by the book, with nothing of the verifier's code; for paths that need no encoding. */
public record TestingSigner(String keyId, String secret, String service, Instant time) {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public TestingSigner at(Instant other) {
        return new TestingSigner(keyId, secret, service, other);
    }

    public TestingSigner withSecret(String other) {
        return new TestingSigner(keyId, other, service, time);
    }

    public TestingSigner withKeyId(String other) {
        return new TestingSigner(other, secret, service, time);
    }

    public TestingSigner forService(String other) {
        return new TestingSigner(keyId, secret, other, time);
    }

    /** All headers of the signed request, the given ones included; names in lower case. */
    public Map<String, String> sign(
            String method, String path, String query, Map<String, String> headers, byte[] body) {
        TreeMap<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-date", BASIC.format(time));
        String payload = headers.getOrDefault("x-amz-content-sha256", sha256(body));
        StringBuilder canonical = new StringBuilder(method + "\n" + path + "\n" + query + "\n");
        all.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        String signed = String.join(";", all.keySet());
        canonical.append('\n').append(signed).append('\n').append(payload);
        String signature = signature(canonical.toString());
        all.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + keyId + "/" + scope() + ", SignedHeaders=" + signed + ", Signature="
                        + signature);
        return all;
    }

    /** The query of a pre-signed URL; the given one must be sorted before X-Amz-. */
    public String presign(String method, String path, String query, String host, int seconds) {
        String unsigned = (query.isEmpty() ? "" : query + "&") + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + keyId + "%2F" + scope().replace("/", "%2F") + "&X-Amz-Date=" + BASIC.format(time)
                + "&X-Amz-Expires=" + seconds + "&X-Amz-SignedHeaders=host";
        String canonical =
                method + "\n" + path + "\n" + unsigned + "\nhost:" + host + "\n\nhost\n" + sha256(new byte[0]);
        return unsigned + "&X-Amz-Signature=" + signature(canonical);
    }

    private String scope() {
        return BASIC.format(time).substring(0, 8) + "/eu-west-3/" + service + "/aws4_request";
    }

    private String signature(String canonical) {
        String toSign = "AWS4-HMAC-SHA256\n" + BASIC.format(time) + "\n" + scope() + "\n"
                + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope().split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
