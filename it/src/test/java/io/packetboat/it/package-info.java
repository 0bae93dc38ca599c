/**
 * Black-box tests: real clients against a real server process, which knows nothing of being tested.
 *
 * <p>{@link io.packetboat.it.PacketboatServer} is that process. Tests that leave it as they found it share one ({@link
 * io.packetboat.it.SharedServer}) and use destination names of their own; tests that kill or configure it start their
 * own.
 */
@NullMarked
package io.packetboat.it;

import org.jspecify.annotations.NullMarked;
