/** Doubles of the facade of queues, in its own package because its failures can be made nowhere else. */
@NullMarked
package io.packetboat.queue;

import org.jspecify.annotations.NullMarked;
