package io.packetboat.push;

import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Delivers to the endpoints of some protocols. When and how often is not its business: it makes one attempt, and says what
 * became of it.
 *
 * <p>Safe for any number of threads.
 */
public interface Pusher {

    /** Whether it is the one for such endpoints, set up or not. */
    boolean carries(Endpoint endpoint);

    /** Raises {@link EndpointRefused} for an endpoint that cannot be delivered to as this node is set up. May block. */
    void require(Endpoint endpoint);

    /** On which terms a subscription gets its messages at present. May block, but asks no endpoint. */
    PushTerms terms(Subscription subscription);

    /** How long one attempt takes at most, the same always. A message of which nothing was heard is tried again after twice that. */
    Duration patience();

    /**
     * One attempt. Must not block.
     *
     * @return never fails, and completes within {@link #patience}, on whichever thread
     */
    CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry);

    /** Called once, when nothing more will be sent; attempts that are being made may end without success. */
    void stop();
}
