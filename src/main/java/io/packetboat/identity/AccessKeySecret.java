package io.packetboat.identity;

import io.packetboat.kernel.InvalidValue;
import java.util.regex.Pattern;

/** The secret half of an access key in clear text: 16 to 128 printable characters. Its textual form hides it. */
public record AccessKeySecret(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[!-~]{16,128}");

    public AccessKeySecret {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("secretAccessKey", "must be 16 to 128 printable characters without blanks");
        }
    }

    @Override
    public String toString() {
        return "AccessKeySecret[hidden]";
    }
}
