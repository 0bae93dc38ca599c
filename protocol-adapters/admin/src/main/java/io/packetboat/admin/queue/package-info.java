/** Queues at the admin door: the facade {@code io.packetboat.queue.Queues} in REST's words. Stateless. */
@NullMarked
package io.packetboat.admin.queue;

import org.jspecify.annotations.NullMarked;
