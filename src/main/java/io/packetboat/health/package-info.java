/**
 * Whether this node lives, has started and can serve, told check by check for load balancers and orchestrators.
 *
 * <p>Every answer comes from memory or within a bounded time, so that a probe never hangs with what it probes. The package
 * decides nothing: what follows from a check is up to whoever asks. Safe for any number of threads.
 */
@NullMarked
package io.packetboat.health;

import org.jspecify.annotations.NullMarked;
