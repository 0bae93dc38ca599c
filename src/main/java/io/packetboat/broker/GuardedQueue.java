package io.packetboat.broker;

import io.packetboat.broker.delivery.Restoration;
import io.packetboat.broker.delivery.TakesOut;
import io.packetboat.broker.retention.Retentions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.cursor.PageSubscription;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.impl.QueueFactoryImpl;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.jspecify.annotations.Nullable;

/**
 * A queue that a failed MQTT subscription cannot delete unless that subscription made it, that can be told of its settings
 * without all others, and that leaves with SQS receivers what they had in flight before a restart.
 *
 * <p>Artemis' MQTT handler ({@code MQTTSubscriptionManager.addSubscription}) deletes the queue whenever its consumer
 * cannot be made, asking nobody: a refused subscriber would take an existing queue of that name, or the own durable
 * subscription that it may not read for a while, and every message with it. Only that handler calls the form without
 * arguments. What it may delete is the protocol's own queues, and an empty topic's queue that never had a consumer since
 * it was made.
 */
final class GuardedQueue extends QueueImpl implements TakesOut {
    private static final Logger LOG = System.getLogger(GuardedQueue.class.getName());

    private static final byte ORDINARY = 4;
    private static final int EXPIRED_AT_ONCE = 1_000;
    /** How far a queue of several priorities is searched for old messages at a time. */
    private static final int LOOKS = 100_000;

    private final SettingsOfOneQueue settings;
    /** Whether it was made since the start, and had no consumer yet. */
    private volatile boolean untouched;

    private final Restoration restoration;
    private final Retentions retentions;
    /** Whether there ever were messages of several priorities, so that the first one need not be the oldest. */
    private volatile boolean mixedPriorities;

    private volatile IntSupplier aside = () -> 0;

    private GuardedQueue(
            QueueConfiguration configuration,
            @Nullable Filter filter,
            @Nullable PageSubscription pages,
            PostOffice postOffice,
            Factory factory,
            SettingsOfOneQueue settings) {
        super(
                configuration,
                filter,
                pages == null ? null : pages.getPagingStore(),
                pages,
                factory.server().getScheduledPool(),
                postOffice,
                factory.server().getStorageManager(),
                settings,
                factory.server().getExecutorFactory().getExecutor(),
                factory.server(),
                factory);
        this.settings = settings;
        this.untouched = factory.server().isStarted();
        this.restoration = factory.restoration;
        this.retentions = factory.retentions;
    }

    /** Called for each message that the journal brings back. */
    @Override
    public synchronized void reload(MessageReference reference) {
        if (restoration.takes(this, reference, this::maxDeliveries)) {
            incrementMesssagesAdded();
        } else {
            keepPlace(reference);
            notePriority(reference);
            super.reload(reference);
        }
    }

    /** Where a FIFO queue's message stands is decided when it comes, not when its delay is over. */
    private void keepPlace(MessageReference reference) {
        if (isFifo() && reference.getScheduledDeliveryTime() > 0) {
            reloadSequence(reference);
        }
    }

    private boolean isFifo() {
        return getName().toString().endsWith(".fifo");
    }

    @Override
    protected boolean scheduleIfPossible(MessageReference reference) {
        keepPlace(reference);
        return super.scheduleIfPossible(reference);
    }

    /** Called with messages whose delay is over, among others; Artemis puts those before all others. */
    @Override
    public void addHead(List<MessageReference> references, boolean scheduling) {
        if (scheduling && isFifo()) {
            addSorted(references, true);
        } else {
            super.addHead(references, scheduling);
        }
    }

    @Override
    public void countAside(IntSupplier newAside) {
        aside = newAside;
    }

    @Override
    public int getDeliveringCount() {
        int delivering = super.getDeliveringCount();
        // Without pages Artemis adds this number up to that of all messages.
        return getPageSubscription() == null ? delivering : Math.max(0, delivering - aside.getAsInt());
    }

    /** Called for each message that is read from a page, among others. */
    @Override
    public void addTail(MessageReference reference, boolean direct) {
        notePriority(reference);
        if (!reference.isPaged() || !restoration.takes(this, reference, this::maxDeliveries)) {
            super.addTail(reference, direct);
        }
    }

    private int maxDeliveries() {
        return settings.getMatch(getAddress().toString()).getMaxDeliveryAttempts();
    }

    /** Messages stand in the order of their numbers, so that the search ends where this one would be. */
    @Override
    public synchronized boolean takeOut(MessageReference reference) {
        if (reference.getScheduledDeliveryTime() > 0 && takeOutOfSchedule(reference)) {
            return true;
        }
        byte priority = reference.getMessage().getPriority();
        try (LinkedListIterator<MessageReference> waiting = iterator()) {
            while (waiting.hasNext()) {
                MessageReference next = waiting.next();
                if (next == reference) {
                    waiting.remove();
                    refRemoved(reference);
                    incDelivering(reference);
                    return true;
                }
                byte nextPriority = next.getMessage().getPriority();
                if (nextPriority < priority
                        || nextPriority == priority && next.getSequence() > reference.getSequence()) {
                    return false;
                }
            }
            return false;
        }
    }

    /** It waits for the end of its redelivery delay. */
    private boolean takeOutOfSchedule(MessageReference reference) {
        try {
            boolean found = !scheduledDeliveryHandler
                    .cancel(scheduled -> scheduled == reference)
                    .isEmpty();
            if (found) {
                incDelivering(reference);
            }
            return found;
        } catch (ActiveMQException e) {
            throw BrokerRefusal.of(e);
        }
    }

    @Override
    public boolean isOverdue(MessageReference reference) {
        Message message = reference.getMessage();
        String queue = getName().toString();
        return retentions.mayBeOver(queue, message.getTimestamp())
                && retentions.isOver(queue, arrivalNumber(message), message.getTimestamp());
    }

    /**
     * As on AWS, the age of a dead letter of a standard queue counts from its first arrival.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">SQS
     *     dead-letter queues</a>
     */
    private long arrivalNumber(Message message) {
        Object source = message.getBrokerProperty(Message.HDR_ORIGINAL_QUEUE);
        if (source == null || isFifo() || !isDeadLetterQueueOf(source.toString())) {
            return message.getMessageID();
        }
        return message.getBrokerProperty(Message.HDR_ORIG_MESSAGE_ID) instanceof Long number
                ? number
                : message.getMessageID();
    }

    private boolean isDeadLetterQueueOf(String source) {
        return getAddress().equals(settings.getMatch(source).getDeadLetterAddress());
    }

    /** Called every so often, for what is too old by its sender's wish. */
    @Override
    public void expireReferences(@Nullable Runnable done) {
        if (retentions.of(getName().toString()).isPresent() && getMessageCount() > 0) {
            getExecutor().execute(this::expireOverdue);
        }
        super.expireReferences(done);
    }

    private void expireOverdue() {
        List<MessageReference> overdue = takeOverdue();
        try {
            for (MessageReference reference : overdue) {
                acknowledge(reference, AckReason.EXPIRED, null);
            }
        } catch (Exception e) {
            LOG.log(Level.ERROR, "Messages that are too old stay until the next start: queue=" + getName(), e);
        }
        if (overdue.size() == EXPIRED_AT_ONCE) {
            getExecutor().execute(this::expireOverdue);
        }
    }

    /** The oldest stand first, but for those of other priorities. */
    private synchronized List<MessageReference> takeOverdue() {
        List<MessageReference> overdue = new ArrayList<>();
        int looks = mixedPriorities ? LOOKS : 0;
        try (LinkedListIterator<MessageReference> waiting = iterator()) {
            while (waiting.hasNext() && overdue.size() < EXPIRED_AT_ONCE) {
                MessageReference next = waiting.next();
                if (isOverdue(next)) {
                    waiting.remove();
                    refRemoved(next);
                    incDelivering(next);
                    overdue.add(next);
                } else if (--looks < 0) {
                    break;
                }
            }
        }
        return overdue;
    }

    private void notePriority(MessageReference reference) {
        if (reference.getMessage().getPriority() != ORDINARY) {
            mixedPriorities = true;
        }
    }

    /** Has the queue look at its settings again. */
    void settingsChanged() {
        settings.tellQueue();
        expireReferences();
    }

    @Override
    public void addConsumer(Consumer consumer) throws Exception {
        untouched = false;
        super.addConsumer(consumer);
    }

    @Override
    public void deleteQueue() throws Exception {
        boolean isNew = untouched && getRoutingType() == RoutingType.MULTICAST && getMessageCount() == 0;
        String name = getName().toString();
        if (InternalNames.isOwn(name) || !isNew && !InternalNames.isHidden(name)) {
            LOG.log(Level.WARNING, "A failed subscription does not delete queue={0}", getName());
            return;
        }
        super.deleteQueue();
    }

    /** Makes guarded queues; last-value queues, which we never configure, stay Artemis' own. */
    static final class Factory extends QueueFactoryImpl {

        private final Restoration restoration;
        private final Retentions retentions;

        Factory(ActiveMQServer server, Restoration restoration, Retentions retentions) {
            super(
                    server.getExecutorFactory(),
                    server.getScheduledPool(),
                    server.getAddressSettingsRepository(),
                    server.getStorageManager(),
                    server);
            this.restoration = restoration;
            this.retentions = retentions;
        }

        private ActiveMQServer server() {
            return server;
        }

        @Override
        public Queue createQueueWith(QueueConfiguration configuration, PagingManager paging, @Nullable Filter filter) {
            if (configuration.isLastValue() != null && configuration.isLastValue()) {
                return super.createQueueWith(configuration, paging, filter);
            }
            PageSubscription pages = getPageSubscription(configuration, paging, filter);
            Queue queue = new GuardedQueue(
                    configuration,
                    filter,
                    pages,
                    postOffice,
                    this,
                    new SettingsOfOneQueue(server.getAddressSettingsRepository()));
            server.getCriticalAnalyzer().add(queue);
            return queue;
        }
    }
}
