package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A store that keeps definitions while the test runs, and fails when it is told to. */
public final class InMemoryTopicStore implements TopicStore {
    private final Map<TopicName, StoredTopic> topics = new TreeMap<>();
    private final Consumer<TopicName> subscriptions;
    private int confirmed = Integer.MAX_VALUE;
    private boolean lost;

    public InMemoryTopicStore() {
        this(topic -> {});
    }

    /** @param subscriptions forgets those of a topic */
    public InMemoryTopicStore(Consumer<TopicName> subscriptions) {
        this.subscriptions = subscriptions;
    }

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
    public synchronized List<StoredTopic> load() {
        if (confirmed < 0) {
            throw new StoreFailed();
        }
        return List.copyOf(topics.values());
    }

    @Override
    public synchronized void put(StoredTopic topic) {
        change(() -> topics.put(topic.name(), topic));
    }

    @Override
    public synchronized void delete(TopicName name) {
        change(() -> {
            topics.remove(name);
            subscriptions.accept(name);
        });
    }

    private void change(Runnable change) {
        confirmed--;
        if (confirmed >= 0 || (lost && confirmed == -1)) {
            change.run();
        }
        if (confirmed < 0) {
            throw new StoreFailed();
        }
    }

    /** What a database would raise. */
    static final class StoreFailed extends PacketboatException {
        private static final long serialVersionUID = 1L;

        StoreFailed() {
            super(ErrorKind.UNAVAILABLE, "the store failed as the test wants it");
        }
    }
}
