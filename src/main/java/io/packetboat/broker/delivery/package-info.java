/**
 * Queues as the engine of SQS semantics sees them: one that offers its messages in order and takes back, settles and marks
 * what it handed over.
 *
 * <p>{@link io.packetboat.broker.delivery.DeliveryQueue} and {@link io.packetboat.broker.delivery.QueueReader} are the two
 * sides of that port, in words without Artemis; the rest of the package implements it with a server-side consumer. What is
 * decided, such as whom a message goes to and for how long, is not known here.
 *
 * <p>A queue calls its reader below Artemis' lock of that queue, one call at a time. The reader may take its own lock then,
 * and must never call the queue while it holds that one. Journal records of our own kinds (see {@code OwnRecords}) live
 * beside the messages and are synced like them.
 */
@NullMarked
package io.packetboat.broker.delivery;

import org.jspecify.annotations.NullMarked;
