package io.packetboat.queue;

import io.packetboat.kernel.QueueName;

/**
 * What the database holds of a queue.
 *
 * @param brokerId the broker's id of the queue, which no other queue ever has: what is stored of a deleted queue says
 *     nothing about a later one of the same name
 */
public record StoredQueue(QueueName name, long brokerId, QueueAttributes attributes) {

    StoredQueue with(QueueAttributes value) {
        return new StoredQueue(name, brokerId, value);
    }
}
