package io.packetboat.queue;

import io.packetboat.broker.BrokerObserver;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerQueues;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.kernel.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The definitions of all queues as they are now, read without a lock and without the database.
 *
 * <p>Answers for every queue that clients know, also for those that nobody ever defined over SQS. A definition is put
 * together once from what the database holds and from the broker's settings, and dropped when either changes, so that the
 * two cannot come to differ. What was read may have changed since. Safe for any number of threads.
 */
public final class QueueMemory implements BrokerObserver {
    private final BrokerQueues broker;
    private final ConcurrentHashMap<String, StoredQueue> stored = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, QueueDefinition> definitions = new ConcurrentHashMap<>();

    public QueueMemory(EmbeddedBroker broker) {
        this.broker = broker.queues();
        broker.observe(this);
    }

    /** The queue's definition; empty if there is no such queue. */
    public Optional<QueueDefinition> find(QueueName name) {
        QueueDefinition known = definitions.get(name.value());
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(
                definitions.computeIfAbsent(name.value(), key -> compose(name).orElse(null)));
    }

    /** The queue's definition; raises {@link QueueNotFound}. */
    public QueueDefinition definitionOf(QueueName name) {
        return find(name).orElseThrow(() -> new QueueNotFound(name));
    }

    private Optional<QueueDefinition> compose(QueueName name) {
        return broker.idOf(name)
                .map(id -> QueueDefinition.of(name, storedOf(name, id).attributes(), broker.effectiveSettingsOf(name)));
    }

    /** What the database holds of the queue, or would hold if somebody had set anything. */
    StoredQueue storedOf(QueueName name, long brokerId) {
        StoredQueue known = stored.get(name.value());
        return known != null && known.brokerId() == brokerId
                ? known
                : new StoredQueue(name, brokerId, QueueAttributes.defaultsOf(name));
    }

    /** All that is stored, be the queues still there or not. */
    Collection<StoredQueue> stored() {
        return List.copyOf(stored.values());
    }

    boolean isStored(String name) {
        return stored.containsKey(name);
    }

    Optional<StoredQueue> storedOf(QueueName name) {
        return Optional.ofNullable(stored.get(name.value()));
    }

    void put(StoredQueue queue) {
        stored.put(queue.name().value(), queue);
        definitions.remove(queue.name().value());
    }

    void delete(QueueName name, long brokerId) {
        stored.computeIfPresent(name.value(), (key, queue) -> queue.brokerId() == brokerId ? null : queue);
        definitions.remove(name.value());
    }

    @Override
    public void queueSettingsChanged(String queue) {
        definitions.remove(queue);
    }

    @Override
    public void queueDeleted(String address, String queue, Routing routing, Optional<String> user) {
        definitions.remove(queue);
    }
}
