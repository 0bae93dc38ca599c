package io.packetboat.queue;

import io.packetboat.broker.BrokerObserver;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerQueues;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.QueueChange.Begin;
import io.packetboat.queue.QueueChange.DeleteQueue;
import io.packetboat.queue.QueueChange.End;
import io.packetboat.queue.QueueChange.PutQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The one way to change queues' definitions, in the database, in the broker and in memory.
 *
 * <p>What spans broker and database is noted in the database first (the intent), then done in the broker, then shown and
 * the note taken back in one transaction. {@link #recover} finishes what was left half done by a stop in between; each of
 * its steps may be done twice. Changes are serialised by one private lock, and block for the disk.
 */
public final class QueueDirectory implements BrokerObserver {
    private static final Logger LOG = System.getLogger(QueueDirectory.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final QueueStore store;
    private final BrokerQueues broker;
    private final QueueMemory memory;
    private final QueuePolicies policies;
    private final Executor cleaning;
    private boolean uncertain;

    /**
     * @param cleaning runs what must not hold up the broker's threads: forgetting what the database knows of queues that
     *     were deleted by other doors
     */
    public QueueDirectory(
            QueueStore store, EmbeddedBroker broker, QueueMemory memory, QueuePolicies policies, Executor cleaning) {
        this.store = store;
        this.broker = broker.queues();
        this.memory = memory;
        this.policies = policies;
        this.cleaning = cleaning;
        broker.observe(this);
    }

    /** Reads the database and finishes what was begun before; to be run with the broker's journal loaded, before clients come. */
    public void recover() {
        lock.lock();
        try {
            load();
        } finally {
            lock.unlock();
        }
    }

    private void load() {
        QueueStore.Contents contents = store.load();
        contents.queues().forEach(memory::put);
        contents.intents().forEach(this::finish);
        memory.stored().forEach(this::forgetIfGone);
        memory.stored().forEach(queue -> policies.show(queue.name(), queue.attributes()));
        uncertain = false;
    }

    private void finish(QueueIntent intent) {
        LOG.log(Level.INFO, "finishing what a stop interrupted: kind={0} queue={1}", intent.kind(), intent.name());
        try {
            switch (intent.kind()) {
                case CREATE -> finishCreation(intent);
                case CHANGE -> finishChange(intent);
                case DELETE -> finishDeletion(intent);
            }
        } catch (PacketboatException e) {
            if (e.kind() == ErrorKind.UNAVAILABLE) {
                throw e;
            }
            // The name went to something else meanwhile; nobody was told that the command succeeded.
            LOG.log(Level.WARNING, "what a stop interrupted is given up: queue=" + intent.name(), e);
            store.apply(List.of(new End(intent.name())));
        }
    }

    private void finishCreation(QueueIntent intent) {
        if (!broker.create(intent.name(), intent.settings(), false, intent.creator())) {
            broker.change(intent.name(), intent.settings());
        }
        long id = broker.idOf(intent.name()).orElseThrow(() -> new QueueNotFound(intent.name()));
        complete(new StoredQueue(intent.name(), id, intent.wanted().attributes()));
    }

    private void finishChange(QueueIntent intent) {
        if (!isThere(intent.wanted())) {
            store.apply(List.of(new End(intent.name())));
            return;
        }
        broker.change(intent.name(), intent.settings());
        complete(intent.wanted());
    }

    private void finishDeletion(QueueIntent intent) {
        if (isThere(intent.wanted())) {
            broker.delete(intent.name());
        }
        drop(intent.wanted());
    }

    private boolean isThere(StoredQueue queue) {
        return broker.idOf(queue.name()).filter(id -> id == queue.brokerId()).isPresent();
    }

    private void complete(StoredQueue queue) {
        store.apply(List.of(new PutQueue(queue), new End(queue.name())));
        show(queue);
    }

    private void show(StoredQueue queue) {
        memory.put(queue);
        policies.show(queue.name(), queue.attributes());
    }

    private void drop(StoredQueue queue) {
        store.apply(List.of(new DeleteQueue(queue.name(), queue.brokerId()), new End(queue.name())));
        memory.delete(queue.name(), queue.brokerId());
        policies.hide(queue.name());
    }

    /** The queue as it is found or made: what to check about the one that exists is up to the caller. */
    interface Existing {
        void check(QueueDefinition existing);
    }

    /**
     * Makes a queue unless there is one of this name.
     *
     * @param wanted asked under the lock, so that what it checks stays so
     * @param existing told of the queue that is there already
     */
    QueueDefinition create(
            QueueName name, UnaryOperator<QueueDefinition> wanted, Optional<String> creator, Existing existing) {
        lock.lock();
        try {
            recoverIfUncertain();
            Optional<QueueDefinition> present = memory.find(name);
            if (present.isPresent()) {
                existing.check(present.get());
                return present.get();
            }
            make(QueueIntent.create(wanted.apply(QueueDefinition.fresh(name)), creator));
            return memory.definitionOf(name);
        } finally {
            lock.unlock();
        }
    }

    private void make(QueueIntent intent) {
        inStore(List.of(new Begin(intent)));
        inBroker(intent, () -> {
            if (!broker.create(intent.name(), intent.settings(), false, intent.creator())) {
                throw new QueueNameTaken(intent.name());
            }
        });
        long id = broker.idOf(intent.name()).orElseThrow(() -> new QueueNotFound(intent.name()));
        completed(() ->
                complete(new StoredQueue(intent.name(), id, intent.wanted().attributes())));
    }

    /** Puts a changed definition in the place of the present one; raises {@link QueueNotFound}. */
    void change(QueueName name, UnaryOperator<QueueDefinition> change) {
        lock.lock();
        try {
            recoverIfUncertain();
            QueueDefinition former = memory.definitionOf(name);
            QueueDefinition wanted = change.apply(former);
            StoredQueue queue = memory.storedOf(name, idOf(name)).with(wanted.attributes());
            QueueSettings settings = broker.settingsOf(name);
            carryOut(queue, settings, wanted.settingsAfter(former, settings));
        } finally {
            lock.unlock();
        }
    }

    /** Puts other settings of the broker in the place of the present ones; raises {@link QueueNotFound}. */
    void change(QueueName name, QueueSettings wanted, Instant moment) {
        lock.lock();
        try {
            recoverIfUncertain();
            StoredQueue queue = memory.storedOf(name, idOf(name));
            carryOut(queue.with(queue.attributes().modifiedAt(moment)), broker.settingsOf(name), wanted);
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(StoredQueue queue, QueueSettings present, QueueSettings wanted) {
        if (wanted.equals(present)) {
            completed(() -> complete(queue));
            return;
        }
        QueueIntent intent = QueueIntent.change(queue, wanted);
        inStore(List.of(new Begin(intent)));
        inBroker(intent, () -> requireDone(broker.change(queue.name(), wanted), queue.name()));
        completed(() -> complete(queue));
    }

    /** Deletes the queue with its messages; raises {@link QueueNotFound}. */
    void delete(QueueName name) {
        lock.lock();
        try {
            recoverIfUncertain();
            QueueIntent intent = QueueIntent.delete(memory.storedOf(name, idOf(name)));
            inStore(List.of(new Begin(intent)));
            inBroker(intent, () -> requireDone(broker.delete(name), name));
            completed(() -> drop(intent.wanted()));
        } finally {
            lock.unlock();
        }
    }

    private long idOf(QueueName name) {
        return broker.idOf(name).orElseThrow(() -> new QueueNotFound(name));
    }

    private static void requireDone(boolean done, QueueName name) {
        if (!done) {
            throw new QueueNotFound(name);
        }
    }

    /** What the broker refuses it has not begun, so the intent is taken back; where it failed, recovery finds out. */
    private void inBroker(QueueIntent intent, Runnable step) {
        try {
            step.run();
        } catch (BrokerUnavailable e) {
            uncertain = true;
            throw e;
        } catch (PacketboatException e) {
            inStore(List.of(new End(intent.name())));
            throw e;
        }
    }

    private void inStore(List<QueueChange> changes) {
        completed(() -> store.apply(changes));
    }

    /** A failed commit may have reached the disk all the same. */
    private void completed(Runnable step) {
        try {
            step.run();
        } catch (PacketboatException e) {
            uncertain = true;
            throw e;
        }
    }

    private void recoverIfUncertain() {
        if (uncertain) {
            load();
        }
    }

    /** Some door deleted a queue; most of them were never defined over SQS. */
    @Override
    public void queueDeleted(String address, String queue, Routing routing, Optional<String> user) {
        if (memory.isStored(queue)) {
            cleaning.execute(() -> forget(new QueueName(queue)));
        }
    }

    // The rim of a worker: what is not forgotten now is forgotten at the next start.
    private void forget(QueueName name) {
        lock.lock();
        try {
            memory.storedOf(name).ifPresent(this::forgetIfGone);
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "the definition of a deleted queue stays until the next start: queue=" + name, e);
        } finally {
            lock.unlock();
        }
    }

    private void forgetIfGone(StoredQueue queue) {
        if (!isThere(queue)) {
            store.apply(List.of(new DeleteQueue(queue.name(), queue.brokerId())));
            memory.delete(queue.name(), queue.brokerId());
            policies.hide(queue.name());
        }
    }
}
