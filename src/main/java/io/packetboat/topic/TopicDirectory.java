package io.packetboat.topic;

import io.packetboat.broker.BrokerObserver;
import io.packetboat.broker.BrokerRefusal;
import io.packetboat.broker.BrokerTopics;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The one way to change topics' definitions, in the database, in the broker and in memory.
 *
 * <p>A row in the database is the intent of its command: it is there before the broker has the topic, and says that the
 * topic is being deleted before the broker loses it. {@link #recover} makes the broker follow; each of its steps may be
 * done twice. Changes are serialised by one private lock, which the changes of subscriptions share, and block for the disk.
 */
public final class TopicDirectory implements BrokerObserver {
    private static final Logger LOG = System.getLogger(TopicDirectory.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final List<TopicObserver> observers = new CopyOnWriteArrayList<>();
    private final TopicStore store;
    private final BrokerTopics broker;
    private final TopicMemory memory;
    private final TopicPolicies policies;
    private final Executor cleaning;
    private boolean uncertain;

    /**
     * @param cleaning runs what must not hold up the broker's threads: forgetting what the database knows of topics that
     *     were deleted by other doors
     */
    public TopicDirectory(
            TopicStore store, EmbeddedBroker broker, TopicMemory memory, TopicPolicies policies, Executor cleaning) {
        this.store = store;
        this.broker = broker.topics();
        this.memory = memory;
        this.policies = policies;
        this.cleaning = cleaning;
        broker.observe(this);
    }

    /** Has the observer told of topics from now on. */
    public void observe(TopicObserver observer) {
        observers.add(observer);
    }

    /** Reads the database and has the broker follow it; to be run with the broker's journal loaded, before clients come. */
    public void recover() {
        lock.lock();
        try {
            load();
        } finally {
            lock.unlock();
        }
    }

    private void load() {
        for (StoredTopic topic : store.load()) {
            switch (topic.state()) {
                case PRESENT -> makePresent(topic);
                case DELETING -> finishDeletion(topic.name());
            }
        }
        uncertain = false;
    }

    /** Artemis takes addresses away at its start that a client made in passing and nobody is bound to. */
    private void makePresent(StoredTopic topic) {
        try {
            broker.keep(topic.name());
        } catch (BrokerRefusal e) {
            // Nobody was told that the topic was made; one that was made before is refused by no broker.
            LOG.log(Level.WARNING, "a topic that was begun is given up: topic=" + topic.name(), e);
            store.delete(topic.name());
            return;
        }
        show(topic);
    }

    private void finishDeletion(TopicName name) {
        LOG.log(Level.INFO, "finishing a deletion that a stop interrupted: topic={0}", name);
        broker.delete(name);
        forget(name);
    }

    private void show(StoredTopic topic) {
        memory.put(topic);
        policies.show(topic);
        TopicDefinition shown = memory.definitionOf(topic.name());
        completed(() -> observers.forEach(observer -> observer.topicDefined(shown)));
    }

    private void forget(TopicName name) {
        store.delete(name);
        memory.delete(name);
        policies.hide(name);
        observers.forEach(observer -> observer.topicDeleted(name));
    }

    /**
     * Defines a topic, and makes its address where there is none.
     *
     * @param wanted asked under the lock, so that what it checks stays so
     * @param existing told of the topic that is defined already
     */
    TopicDefinition create(TopicName name, Supplier<TopicAttributes> wanted, Consumer<TopicDefinition> existing) {
        lock.lock();
        try {
            recoverIfUncertain();
            TopicDefinition present = memory.findDefined(name).orElse(null);
            if (present == null) {
                define(StoredTopic.present(name, wanted.get()));
            } else {
                existing.accept(present);
            }
            return memory.definitionOf(name);
        } finally {
            lock.unlock();
        }
    }

    private void define(StoredTopic topic) {
        completed(() -> store.put(topic));
        try {
            broker.keep(topic.name());
        } catch (BrokerRefusal e) {
            completed(() -> store.delete(topic.name()));
            throw e;
        } catch (PacketboatException e) {
            uncertain = true;
            throw e;
        }
        show(topic);
    }

    /** Puts changed attributes in the place of the present ones; raises {@link TopicNotFound}. */
    void change(TopicName name, UnaryOperator<TopicAttributes> change) {
        lock.lock();
        try {
            recoverIfUncertain();
            TopicDefinition former = memory.definitionOf(name);
            TopicAttributes changed = change.apply(former.attributes());
            if (!former.defined() || !changed.equals(former.attributes())) {
                define(StoredTopic.present(name, changed));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Deletes the topic with all subscriptions of all protocols and their messages; false if there is none.
     *
     * @throws TopicArchived if it keeps messages
     */
    boolean delete(TopicName name) {
        lock.lock();
        try {
            recoverIfUncertain();
            TopicDefinition topic = memory.find(name).orElse(null);
            if (topic == null) {
                return false;
            }
            if (!topic.defined()) {
                return broker.delete(name);
            }
            if (topic.attributes().archive().isPresent()) {
                throw new TopicArchived(name);
            }
            StoredTopic deleting = StoredTopic.present(name, topic.attributes()).deleting();
            completed(() -> store.put(deleting));
            // Now, so that the broker's own word of it finds nothing left to forget.
            memory.delete(name);
            completed(() -> broker.delete(name));
            completed(() -> forget(name));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does work on subscriptions of a topic, which is defined by then, and stays while the work goes on.
     *
     * @throws TopicNotFound if there is no such topic
     */
    public <T> T whileDefined(TopicName name, Supplier<T> work) {
        lock.lock();
        try {
            change(name, UnaryOperator.identity());
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does other work on subscriptions, while no topic and no other subscription changes. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            recoverIfUncertain();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A failed commit may have reached the disk all the same, and a failed step of the broker may have been taken. */
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

    /** Some door removed an address; most of them were never defined through SNS. */
    @Override
    public void topicRemoved(String topic) {
        if (memory.isDefined(topic)) {
            cleaning.execute(() -> forgetIfGone(new TopicName(topic)));
        }
    }

    // The rim of a worker: what is not forgotten now is made anew at the next start.
    private void forgetIfGone(TopicName name) {
        lock.lock();
        try {
            if (memory.findDefined(name).isPresent() && !broker.exists(name)) {
                forget(name);
            }
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "a deleted topic comes back at the next start: topic=" + name, e);
        } finally {
            lock.unlock();
        }
    }
}
