package io.packetboat.subscription;

import java.util.Locale;
import java.util.Optional;

/**
 * Which of a topic's subscriptions are wanted.
 *
 * @param protocol only those of this protocol
 * @param endpointPart only those whose endpoint, as lists show it, contains this, whatever its case; empty for all
 */
public record SubscriptionSearch(Optional<String> protocol, String endpointPart) {
    /** All of them. */
    public static final SubscriptionSearch ALL = new SubscriptionSearch(Optional.empty(), "");

    public SubscriptionSearch {
        endpointPart = endpointPart.toLowerCase(Locale.ROOT);
    }

    /** Whether every subscription of the protocol is wanted, so that none has to be looked at. */
    public boolean takesEveryEndpoint() {
        return endpointPart.isEmpty();
    }

    public boolean accepts(Subscription subscription) {
        Endpoint endpoint = subscription.endpoint();
        return protocol.filter(wanted -> !wanted.equals(endpoint.protocol())).isEmpty()
                && endpoint.shown().toLowerCase(Locale.ROOT).contains(endpointPart);
    }
}
