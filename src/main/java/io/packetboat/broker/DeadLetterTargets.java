package io.packetboat.broker;

import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.jspecify.annotations.Nullable;

/**
 * The queues that take others' dead letters, and the refusal to delete them: without its dead-letter queue Artemis drops
 * a message that failed too often.
 *
 * <p>Safe for any number of threads.
 */
final class DeadLetterTargets implements ActiveMQServerQueuePlugin {
    private final String ofEveryQueue;
    private final ConcurrentHashMap<String, String> byQueue = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> uses = new ConcurrentHashMap<>();

    DeadLetterTargets(String ofEveryQueue) {
        this.ofEveryQueue = ofEveryQueue;
    }

    synchronized void use(String queue, String target) {
        forget(queue);
        byQueue.put(queue, target);
        uses.merge(target, 1, Integer::sum);
    }

    synchronized void forget(String queue) {
        String target = byQueue.remove(queue);
        if (target != null) {
            uses.computeIfPresent(target, (name, count) -> count == 1 ? null : count - 1);
        }
    }

    boolean isUsed(String target) {
        return target.equals(ofEveryQueue) || uses.containsKey(target);
    }

    @Override
    public void beforeDestroyQueue(
            Queue queue,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress)
            throws ActiveMQException {
        String name = queue.getName().toString();
        if (isUsed(name)) {
            throw new ActiveMQIllegalStateException("Queue " + name + " takes the dead letters of other queues");
        }
    }
}
