/**
 * This node as a whole: what it is, how it does, what goes through it.
 *
 * <p>Reads only; every method may be called from any thread.
 */
@NullMarked
package io.packetboat.node;

import org.jspecify.annotations.NullMarked;
