/**
 * The queues that users know, and the messages in them, as people and programs administer them.
 *
 * <p>A queue is a durable anycast queue of the broker that is neither temporary nor internal; protocol clients and this
 * facade see the very same one. Commands are on disk when they return. All state is the broker's: nothing is kept here,
 * and every method may be called from any thread.
 */
@NullMarked
package io.packetboat.queue;

import org.jspecify.annotations.NullMarked;
