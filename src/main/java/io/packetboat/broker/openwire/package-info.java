/**
 * What Artemis 2.55.0 does wrong with OpenWire, mended from outside by an interceptor; see ADR 0011.
 *
 * <p>An interceptor runs on the thread that carries the command out right after, one command of a connection after the
 * other, and may not block. Each class names the behaviour that it mends, so that an upgrade of Artemis shows when it can
 * go.
 */
@NullMarked
package io.packetboat.broker.openwire;

import org.jspecify.annotations.NullMarked;
