/**
 * The mark of a redelivery for what was delivered before a crash.
 *
 * <p>Artemis counts deliveries in memory. A message that a client had received and not settled when the process died came
 * back as if nobody had ever seen it; with {@code persistDeliveryCountBeforeDelivery} it writes a record for each
 * delivery, does not wait for it, and leaves out what it read from a page. Here each queue has one mark on the disk: up to
 * which message it may have delivered. It is forced before the first delivery beyond it, and is set ahead of busy queues,
 * so that they write seldom. After a start what a mark covers counts as delivered once. The promise is one-sided:
 * whatever comes again is marked, and a few messages behind the last delivered one may be marked as well.
 *
 * <p>Deliveries of one queue run on one thread at a time, those of many queues on many; a delivery beyond the mark waits
 * for the disk.
 */
@NullMarked
package io.packetboat.broker.redelivery;

import org.jspecify.annotations.NullMarked;
