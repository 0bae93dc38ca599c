package io.packetboat.filter;

import io.packetboat.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** What equal filter policies share: 128 bits of a hash of scope and canonical form, in 22 characters. */
public record PolicyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    public PolicyKey {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("policyKey", "must be 22 characters of base64url");
        }
    }

    static PolicyKey of(FilterScope scope, String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((scope.value() + canonical).getBytes(StandardCharsets.UTF_8));
            return new PolicyKey(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
