/**
 * How long queues keep their messages, whatever their senders say: a time of the queue, not of the message, so that a change
 * reaches what is stored already. Artemis would stamp a moment on each message that comes and never look at the queue again.
 *
 * <p>A message's age is told by its number: every half minute the journal notes the number that comes next. No message costs
 * anything for it. Safe for any number of threads; queues ask on their own threads.
 */
@NullMarked
package io.packetboat.broker.retention;

import org.jspecify.annotations.NullMarked;
