package io.packetboat.identity;

import io.packetboat.kernel.InvalidValue;
import java.util.regex.Pattern;

/** The public half of an access key: 16 to 128 word characters; generated ones look like AWS's own. */
public record AccessKeyId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_]{16,128}");

    public AccessKeyId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("accessKeyId", "must be 16 to 128 characters of A-Z a-z 0-9 _");
        }
    }

    static boolean isValid(String text) {
        return ALLOWED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
