/**
 * Filter policies: which messages of a topic a subscription wants.
 *
 * <p>A policy is JSON in the language of Amazon SNS, on the attributes or on the body of a message, and is refused when it
 * is read unless all of it can be evaluated. Equal policies have equal keys, so that any number of subscriptions share one
 * entry of a machine, and one pass over a message finds all policies that accept it, however many there are. Nothing here
 * knows topics or subscriptions. {@link FilterMachine} may be used by any number of threads; everything else is immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html">Message filtering</a>
 */
@NullMarked
package io.packetboat.filter;

import org.jspecify.annotations.NullMarked;
