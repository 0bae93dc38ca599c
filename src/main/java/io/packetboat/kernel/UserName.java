package io.packetboat.kernel;

import java.util.regex.Pattern;

/**
 * The name of a user: 1 to 64 characters of {@code [A-Za-z0-9+=,.@_-]}, compared with its case, as IAM allows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public record UserName(String value) implements Comparable<UserName> {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

    /** Whoever has no login, as the audit trail calls it; no user can have this name. */
    public static final UserName ANONYMOUS = new UserName("anonymous");

    public UserName {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("userName", "must be 1 to 64 characters of A-Z a-z 0-9 + = , . @ _ -");
        }
    }

    @Override
    public int compareTo(UserName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
