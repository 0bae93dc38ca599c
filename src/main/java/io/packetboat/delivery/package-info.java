/**
 * Messages on their way through a queue, with the semantics of SQS: send, receive, delete, visibility.
 *
 * <p>{@link io.packetboat.delivery.Deliveries} is the facade. What it decides is pure over an injected clock and runs
 * against {@code broker.delivery.DeliveryQueue}, a queue that offers its messages in order; the broker implements it, and
 * so does a double in memory. What queues there are and how they are set belongs to {@code queue}.
 *
 * <p>No thread waits: every command returns a stage that completes when the journal is synced, on a thread of the broker
 * or of the timer {@code packetboat-delivery}; what depends on it must not block. All state of one queue sits behind the
 * lock of its {@code QueueDesk}, which is taken below the broker's own lock of the queue and never the other way round.
 */
@NullMarked
package io.packetboat.delivery;

import org.jspecify.annotations.NullMarked;
