package io.packetboat.kernel;

import java.util.regex.Pattern;

/** The home region of this node, the one that its ARNs carry; by default {@code us-east-1}. */
public record Region(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9-]{1,32}");

    public Region {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("region", "must be 1 to 32 characters of a-z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
