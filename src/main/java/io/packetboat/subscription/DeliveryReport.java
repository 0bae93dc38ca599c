package io.packetboat.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * How deliveries to a subscription have gone since the start of the node.
 *
 * @param delivered messages that the endpoint took
 * @param failed messages that were given up and went nowhere
 * @param deadLettered messages that were given up and went to the dead-letter queue
 * @param attemptsFailed attempts that did not work, whatever became of the message
 * @param lastSuccess when the endpoint last took one
 * @param lastError when and why an attempt last failed
 * @param retryAt when the message of the last failed attempt is tried again
 * @param down whether the endpoint is being spared because nothing worked lately
 * @param backlog messages that wait, those that are being tried among them
 */
public record DeliveryReport(
        long delivered,
        long failed,
        long deadLettered,
        long attemptsFailed,
        Optional<Instant> lastSuccess,
        Optional<Problem> lastError,
        Optional<Instant> retryAt,
        boolean down,
        long backlog) {

    /** Why something could not be delivered. */
    public record Problem(Instant when, String why) {}
}
