/**
 * What Artemis 2.55.0 does wrong with STOMP, mended from outside by an interceptor; see ADR 0011.
 *
 * <p>An interceptor runs on the event loop thread of its connection, one frame after the other, and may block it no
 * longer than Artemis itself does for the same frame. Each class names the behaviour that it mends, so that an upgrade
 * of Artemis shows when it can go.
 */
@NullMarked
package io.packetboat.broker.stomp;

import org.jspecify.annotations.NullMarked;
