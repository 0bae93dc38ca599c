package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store that keeps definitions while the test runs, and fails when it is told to. */
public final class InMemoryQueueStore implements QueueStore, QueueChange.Target {
    private final Map<QueueName, StoredQueue> queues = new TreeMap<>();
    private final Map<QueueName, QueueIntent> intents = new TreeMap<>();
    private int confirmed = Integer.MAX_VALUE;
    private boolean lost;

    /** The changes after so many fail; the first of them takes place even so if it is only its confirmation that is lost. */
    public synchronized void failAfter(int changes, boolean confirmationLost) {
        confirmed = changes;
        lost = confirmationLost;
    }

    public synchronized void work() {
        confirmed = Integer.MAX_VALUE;
        lost = false;
    }

    @Override
    public synchronized Contents load() {
        if (confirmed < 0) {
            throw new StoreFailed();
        }
        return new Contents(List.copyOf(queues.values()), List.copyOf(intents.values()));
    }

    @Override
    public synchronized void apply(List<QueueChange> changes) {
        confirmed--;
        boolean takesPlace = confirmed >= 0 || (lost && confirmed == -1);
        if (takesPlace) {
            changes.forEach(change -> change.applyTo(this));
        }
        if (confirmed < 0) {
            throw new StoreFailed();
        }
    }

    @Override
    public void put(StoredQueue queue) {
        queues.put(queue.name(), queue);
    }

    @Override
    public void delete(QueueName name, long brokerId) {
        queues.computeIfPresent(name, (key, queue) -> queue.brokerId() == brokerId ? null : queue);
    }

    @Override
    public void begin(QueueIntent intent) {
        intents.put(intent.name(), intent);
    }

    @Override
    public void end(QueueName intent) {
        intents.remove(intent);
    }

    /** What a database would raise. */
    static final class StoreFailed extends PacketboatException {
        private static final long serialVersionUID = 1L;

        StoreFailed() {
            super(ErrorKind.UNAVAILABLE, "the store failed as the test wants it");
        }
    }
}
