/**
 * How often and how soon a message is offered again to an endpoint that did not take it: Amazon SNS's delivery policies.
 *
 * <p>A topic has a policy for all its HTTP endpoints, a subscription may have one of its own; what applies in the end is
 * the effective one. Values alone, immutable; who delivers does the waiting.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
@NullMarked
package io.packetboat.retry;

import org.jspecify.annotations.NullMarked;
