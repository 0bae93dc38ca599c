package io.packetboat.identity;

import io.packetboat.kernel.InvalidValue;

/** A password in clear text on its way to be hashed: 8 to 128 characters. Its textual form hides it. */
public record Password(String value) {
    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 128;

    public Password {
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new InvalidValue("password", "must be " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
