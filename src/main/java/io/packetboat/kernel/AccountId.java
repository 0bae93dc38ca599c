package io.packetboat.kernel;

import java.util.regex.Pattern;

/** The 12-digit account number that ARNs and queue URLs of this node carry. */
public record AccountId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("\\d{12}");

    public AccountId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("accountId", "must be 12 digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
