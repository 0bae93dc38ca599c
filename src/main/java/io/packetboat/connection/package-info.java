/**
 * Who is connected to the broker by a messaging protocol, and the means to disconnect it.
 *
 * <p>Lists show the moment and are sorted by id. Nothing is kept here, and every method may be called from any thread.
 */
@NullMarked
package io.packetboat.connection;

import org.jspecify.annotations.NullMarked;
