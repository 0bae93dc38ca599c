/** A double of the facade of publishing, which its package alone can make. */
@NullMarked
package io.packetboat.fanout;

import org.jspecify.annotations.NullMarked;
