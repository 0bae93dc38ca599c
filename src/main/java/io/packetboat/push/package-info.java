/**
 * Carries notifications to subscribers outside of the broker: web servers, and whoever a pusher reaches.
 *
 * <p>Each subscription has a durable queue of its own, from which its messages are taken, and to which they go back with the
 * time of their next attempt; so a slow or dead endpoint delays itself alone, and a crash loses nothing. An endpoint's
 * address is checked after its name was resolved, and the connection goes to the very address that was checked. No thread
 * waits for an endpoint.
 */
@NullMarked
package io.packetboat.push;

import org.jspecify.annotations.NullMarked;
