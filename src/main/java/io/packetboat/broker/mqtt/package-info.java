/**
 * What Artemis 2.55.0 does wrong with MQTT, mended from outside by interceptors; see ADR 0011.
 *
 * <p>An incoming interceptor runs on the event loop thread of its connection, before Artemis queues the packet for a
 * worker; an outgoing one on the thread that writes. Neither may block longer than a write to the bindings journal, and
 * what they share is safe for any number of threads. Each class names the behaviour that it mends, so that an upgrade of
 * Artemis shows when it can go.
 */
@NullMarked
package io.packetboat.broker.mqtt;

import org.jspecify.annotations.NullMarked;
