/**
 * The values in which the broker, the features on it and the doors speak of messages, queues, topics and clients.
 *
 * <p>Immutable, made of JDK types alone, and silent about Artemis. They describe a moment: what was read may have
 * changed since.
 */
@NullMarked
package io.packetboat.kernel.messaging;

import org.jspecify.annotations.NullMarked;
