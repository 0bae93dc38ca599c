/**
 * Publishing with the semantics of SNS, and handing what was published on to the subscriptions of a topic.
 *
 * <p>{@link io.packetboat.fanout.Publications} is the facade by which one publishes through SNS; it routes on the topic's
 * address, as the clients of every protocol do. {@link io.packetboat.fanout.FanOut} takes whatever was published, by whom
 * ever, from the topics' intakes, and gives each subscription its copy: all queue copies of a publish and all entries for
 * others are written in the one transaction that takes the message out. Who is subscribed belongs to {@code subscription},
 * delivery to others than queues to {@code push}.
 *
 * <p>Publishing never blocks. The fan-out of one topic is done one message after the other, on any of the threads {@code
 * packetboat-fanout-n}; the state of a topic sits behind the lock of its {@code Strand}, which is taken below the broker's
 * own lock of the intake and never the other way round.
 */
@NullMarked
package io.packetboat.fanout;

import org.jspecify.annotations.NullMarked;
