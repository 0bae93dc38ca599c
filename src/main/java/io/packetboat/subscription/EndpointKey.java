package io.packetboat.subscription;

import io.packetboat.kernel.InvalidValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a page of a topic's subscriptions ends, by protocol and endpoint, in their order.
 *
 * <p>A page's key is shown to whoever lists. Where the endpoint holds a password, the subscription's id stands for it, and the
 * next page can only be had as long as that subscription exists.
 *
 * @param protocol empty before the first subscription
 * @param target the endpoint with all it holds; not to be shown
 */
public record EndpointKey(String protocol, String target) {
    private static final char SEPARATOR = ' ';
    /** No endpoint begins with it. */
    private static final String BY_ID = " ";

    /** The key to show for a page that ends with this one. */
    public static String of(Subscription last) {
        Endpoint endpoint = last.endpoint();
        boolean secret = !endpoint.shown().equals(endpoint.target());
        return endpoint.protocol() + SEPARATOR + (secret ? BY_ID + last.id().value() : endpoint.target());
    }

    /**
     * Reads a key that was shown, or the empty one of the first page.
     *
     * @param find looks up a subscription
     * @throws InvalidValue if it is no such key, or of a subscription that is gone
     */
    public static EndpointKey read(String shown, Function<SubscriptionId, Optional<Subscription>> find) {
        if (shown.isEmpty()) {
            return new EndpointKey("", "");
        }
        int separator = shown.indexOf(SEPARATOR);
        if (separator < 0) {
            throw unknown();
        }
        String target = shown.substring(separator + 1);
        return new EndpointKey(
                shown.substring(0, separator),
                target.startsWith(BY_ID)
                        ? find.apply(new SubscriptionId(target.substring(BY_ID.length())))
                                .map(last -> last.endpoint().target())
                                .orElseThrow(EndpointKey::unknown)
                        : target);
    }

    private static InvalidValue unknown() {
        return new InvalidValue("after", "must be the key that the page before gave");
    }
}
