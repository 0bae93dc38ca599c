package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.broker.delivery.JournalWork;
import io.packetboat.kernel.TopicName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.impl.TransactionImpl;

/** The internal queue of one topic. */
final class ArtemisIntake implements TopicIntake {
    /** A larger body is not read into memory; SNS's own limit is 256 KiB. */
    private static final long MAX_SIZE = 16 << 20;

    private final QueueImpl queue;
    private final TopicName topic;
    private final ActiveMQServer server;
    private final ArtemisQueues queues;
    private final JournalWork journal;

    ArtemisIntake(QueueImpl queue, ActiveMQServer server, ArtemisQueues queues) {
        this.queue = queue;
        this.topic = new TopicName(queue.getAddress().toString());
        this.server = server;
        this.queues = queues;
        this.journal = new JournalWork(
                server.getStorageManager(), server.getExecutorFactory().getExecutor());
    }

    @Override
    public TopicName topic() {
        return topic;
    }

    void attach(IntakeReader reader) throws Exception { // Artemis declares it
        queue.addConsumer(new IntakeConsumer(
                queue,
                reference -> reader.offer(this, new Held(reference)),
                () -> reader.closed(this),
                server.getStorageManager().generateID()));
        offerMore();
    }

    @Override
    public void offerMore() {
        if (queue.getPagingStore() != null && queue.getPagingStore().isPaging()) {
            queue.forceDelivery();
        } else {
            queue.deliverAsync();
        }
    }

    @Override
    public CompletionStage<Void> handOn(HeldPublication publication, List<QueueCopy> copies) {
        MessageReference reference = ((Held) publication).reference();
        return journal.runInOrder(context -> {
            Transaction transaction = new TransactionImpl(server.getStorageManager());
            try {
                queue.acknowledge(transaction, reference);
                for (QueueCopy copy : copies) {
                    queues.route(copy.queue(), copy.message(), transaction);
                }
                transaction.commit();
            } catch (Exception e) { // Artemis declares it; the message returns to its place with the rollback
                transaction.rollback();
                throw e;
            }
        });
    }

    /** The last ones first, so that each finds its place at the head. */
    @Override
    public void putBack(List<HeldPublication> publications) {
        List<MessageReference> references = publications.stream()
                .map(publication -> ((Held) publication).reference())
                .sorted(Comparator.comparingLong(MessageReference::getSequence).reversed())
                .toList();
        references.forEach(queue::decDelivering);
        queue.addSorted(references, false);
    }

    /** A reference of the intake's queue. Equal to nothing but itself. */
    private record Held(MessageReference reference) implements HeldPublication {

        @Override
        public long id() {
            return reference.getMessageID();
        }

        @Override
        public Optional<Publication> read() {
            if (reference.getMessage().getWholeMessageSize() > MAX_SIZE) {
                return Optional.empty();
            }
            ICoreMessage core = reference.getMessage().toCore();
            return Optional.of(new Publication(
                    ArtemisQueues.read(reference),
                    PublicationProperties.subject(core),
                    PublicationProperties.perProtocol(core)));
        }
    }
}
