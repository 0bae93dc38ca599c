package io.packetboat.filter;

import java.util.Arrays;
import java.util.Optional;

/** The part of a message that a filter policy looks at. */
public enum FilterScope {
    /** The attributes beside the body. */
    MESSAGE_ATTRIBUTES("MessageAttributes"),
    /** The body, which must be a JSON object to be accepted at all. */
    MESSAGE_BODY("MessageBody");

    private final String value;

    FilterScope(String value) {
        this.value = value;
    }

    /** The scope of an attribute FilterPolicyScope; empty for a text that is none. */
    public static Optional<FilterScope> find(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }

    /** The value of the attribute FilterPolicyScope. */
    public String value() {
        return value;
    }
}
