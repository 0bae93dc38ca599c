package io.packetboat.subscription;

import io.packetboat.kernel.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;

/** What tells a subscription from all others, for ever: a random UUID, the last part of its ARN. */
public record SubscriptionId(String value) implements Comparable<SubscriptionId> {
    /** Its length in characters. */
    public static final int LENGTH = 36;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public SubscriptionId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("subscriptionId", "must be a UUID in small letters");
        }
    }

    static SubscriptionId random() {
        return new SubscriptionId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(SubscriptionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
