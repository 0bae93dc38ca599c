/** Doubles of the facades on topics, which their package alone can make. */
@NullMarked
package io.packetboat.topic;

import org.jspecify.annotations.NullMarked;
