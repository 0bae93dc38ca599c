package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.JournalWork;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.impl.TransactionImpl;

/** The intakes of an Artemis server. */
public final class ArtemisIntakes implements TopicIntakes {
    private static final String INTAKE = OWN_NAMES + "topic.";

    private final ActiveMQServer server;
    private final ArtemisQueues queues;
    private final Consumer<TopicName> makeTopic;
    private final DurableChanges durably;
    private Optional<IntakeReader> reader = Optional.empty();
    private Optional<JournalWork> journal = Optional.empty();

    /** Runs a change and returns when it is on disk. */
    public interface DurableChanges {
        void run(Change change);

        /** What is done to the broker; Artemis declares the widest exception everywhere. */
        interface Change {
            void apply() throws Exception;
        }
    }

    /** @param makeTopic does nothing for a topic that is there */
    public ArtemisIntakes(
            ActiveMQServer server, ArtemisQueues queues, Consumer<TopicName> makeTopic, DurableChanges durably) {
        this.server = server;
        this.queues = queues;
        this.makeTopic = makeTopic;
        this.durably = durably;
    }

    private static SimpleString nameOf(TopicName topic) {
        return SimpleString.of(INTAKE + topic.value());
    }

    @Override
    public synchronized void open(TopicName topic) {
        if (isOpen(topic)) {
            return;
        }
        makeTopic.accept(topic);
        durably.run(() -> {
            Queue made = server.createQueue(QueueConfiguration.of(nameOf(topic))
                    .setAddress(SimpleString.of(topic.value()))
                    .setRoutingType(RoutingType.MULTICAST)
                    .setDurable(true)
                    .setInternal(true)
                    .setAutoDelete(false)
                    .setAutoCreateAddress(false));
            if (reader.isPresent()) {
                intake(made).attach(reader.get());
            }
        });
    }

    private ArtemisIntake intake(Queue queue) {
        return new ArtemisIntake((QueueImpl) queue, server, queues);
    }

    @Override
    public synchronized void close(TopicName topic) {
        delete(nameOf(topic));
    }

    private void delete(SimpleString queue) {
        durably.run(() -> {
            if (server.locateQueue(queue) != null) {
                server.destroyQueue(queue, null, false, true, false);
            }
        });
    }

    @Override
    public boolean isOpen(TopicName topic) {
        return server.locateQueue(nameOf(topic)) != null;
    }

    @Override
    public long waiting(TopicName topic) {
        Queue intake = server.locateQueue(nameOf(topic));
        return intake == null ? 0 : intake.getMessageCount();
    }

    /** The intake's queue as one that keeps marks; empty if there is none. */
    Optional<DeliveryQueue> ledgerOf(TopicName topic) {
        return Optional.ofNullable(server.locateQueue(nameOf(topic))).map(queues::internal);
    }

    @Override
    public synchronized void read(IntakeReader newReader) {
        reader = Optional.of(newReader);
        durably.run(() -> {
            for (Queue queue : ownQueues().filter(ArtemisIntakes::isIntake).toList()) {
                intake(queue).attach(newReader);
            }
        });
    }

    private Stream<Queue> ownQueues() {
        return server.getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getBindable() instanceof Queue)
                .map(binding -> (Queue) binding.getBindable())
                .filter(queue ->
                        queue.isInternalQueue() && queue.getName().toString().startsWith(OWN_NAMES));
    }

    private static boolean isIntake(Queue queue) {
        return queue.getName().toString().startsWith(INTAKE);
    }

    @Override
    public CompletionStage<Void> put(List<QueueCopy> copies) {
        return journal().runInOrder(context -> {
            Transaction transaction = new TransactionImpl(server.getStorageManager());
            try {
                for (QueueCopy copy : copies) {
                    queues.route(copy.queue(), copy.message(), transaction);
                }
                transaction.commit();
            } catch (Exception e) { // Artemis declares it
                transaction.rollback();
                throw e;
            }
        });
    }

    /** Made at first use, when the broker runs. */
    private synchronized JournalWork journal() {
        JournalWork made = journal.orElseGet(() -> new JournalWork(
                server.getStorageManager(), server.getExecutorFactory().getExecutor()));
        journal = Optional.of(made);
        return made;
    }

    @Override
    public DeliveryQueue internalQueue(QueueName name) {
        if (!name.value().startsWith(OWN_NAMES)) {
            throw new InvalidValue("queueName", "must begin with " + OWN_NAMES);
        }
        SimpleString queue = SimpleString.of(name.value());
        Queue known = server.locateQueue(queue);
        return queues.internal(known == null ? make(queue) : known);
    }

    private synchronized Queue make(SimpleString name) {
        durably.run(() -> {
            if (server.locateQueue(name) == null) {
                server.createQueue(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)
                        .setInternal(true)
                        .setAutoDelete(false));
            }
        });
        return server.locateQueue(name);
    }

    @Override
    public List<QueueName> internalQueues() {
        return ownQueues()
                .filter(queue -> !isIntake(queue))
                .map(queue -> new QueueName(queue.getName().toString()))
                .toList();
    }

    @Override
    public synchronized void deleteInternalQueue(QueueName name) {
        if (name.value().startsWith(OWN_NAMES)) {
            delete(SimpleString.of(name.value()));
        }
    }
}
