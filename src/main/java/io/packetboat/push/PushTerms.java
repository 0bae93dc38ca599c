package io.packetboat.push;

import java.util.Optional;

/**
 * How a subscription gets its messages at present.
 *
 * @param throttle how many attempts begin in a second at most
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
public record PushTerms(RetrySchedule schedule, Optional<Integer> throttle) {
    /** Functions and brokers: 100,015 retries in 23 days. */
    public static final PushTerms MANAGED = new PushTerms(RetrySchedule.MANAGED, Optional.empty());

    /** Mail, text messages and mobile push: 50 retries in 6 hours. */
    public static final PushTerms CUSTOMER = new PushTerms(RetrySchedule.CUSTOMER, Optional.empty());
}
