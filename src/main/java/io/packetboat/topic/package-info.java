/**
 * The topics that users know and their durable subscriptions, as people and programs administer them.
 *
 * <p>A topic is a multicast address of the broker that is neither temporary nor internal. Commands are on disk when they
 * return. All state is the broker's: nothing is kept here, and every method may be called from any thread.
 */
@NullMarked
package io.packetboat.topic;

import org.jspecify.annotations.NullMarked;
