/** The engine's double, which must make the engine's own failures. */
@NullMarked
package io.packetboat.delivery;

import org.jspecify.annotations.NullMarked;
