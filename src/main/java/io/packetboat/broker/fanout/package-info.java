/**
 * What is published to topics, taken at one place whoever published it, and handed on to queues.
 *
 * <p>A topic that others than the broker's own clients are subscribed to has an intake: one internal durable queue of ours on
 * its address, which the broker fills as it fills any subscription. {@link io.packetboat.broker.fanout.TopicIntakes} makes
 * intakes and reads them, in words without Artemis; {@link io.packetboat.broker.fanout.TopicIntake} hands a message on in
 * the transaction that takes it out. To whom is not known here.
 *
 * <p>A reader is called below Artemis' lock of one queue, one call at a time for each intake. It may take its own lock then,
 * and must never call the intake while it holds that one.
 */
@NullMarked
package io.packetboat.broker.fanout;

import org.jspecify.annotations.NullMarked;
