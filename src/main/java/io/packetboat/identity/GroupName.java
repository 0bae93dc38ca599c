package io.packetboat.identity;

import io.packetboat.kernel.InvalidValue;
import java.util.regex.Pattern;

/** The name of a group: 1 to 128 characters of {@code [A-Za-z0-9+=,.@_-]}, compared with its case, as IAM allows. */
public record GroupName(String value) implements Comparable<GroupName> {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

    public GroupName {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValue("groupName", "must be 1 to 128 characters of A-Z a-z 0-9 + = , . @ _ -");
        }
    }

    @Override
    public int compareTo(GroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
