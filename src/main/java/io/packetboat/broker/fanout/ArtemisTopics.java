package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.JournalWork;
import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.impl.journal.LargeServerMessageImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.impl.TransactionImpl;

/**
 * The topics of an Artemis server as one publishes to them: through the broker's routing, as clients' messages go.
 *
 * <p>Routing to many subscribers takes a while and may write to pages, so it is done on the broker's threads. Topics share
 * a few lanes; what comes to one topic stays on its lane, one after the other.
 */
public final class ArtemisTopics implements TopicRoutes {
    private static final int LANES = 16;

    private final ActiveMQServer server;
    private final ArtemisQueues queues;
    private final ArtemisIntakes intakes;
    private Optional<List<Lane>> lanes = Optional.empty();

    private record Lane(Executor executor, JournalWork journal) {}

    public ArtemisTopics(ActiveMQServer server, ArtemisQueues queues, ArtemisIntakes intakes) {
        this.server = server;
        this.queues = queues;
        this.intakes = intakes;
    }

    @Override
    public boolean isDiskFull() {
        return queues.isDiskFull();
    }

    @Override
    public CompletionStage<Void> publish(TopicName topic, List<MessageToPublish> messages) {
        CompletableFuture<Void> published = new CompletableFuture<>();
        Lane lane = laneOf(topic);
        lane.executor()
                .execute(() -> lane.journal()
                        .runInOrder(context -> routeAll(topic, messages))
                        .whenComplete((done, failure) -> {
                            if (failure == null) {
                                published.complete(null);
                            } else {
                                published.completeExceptionally(failure);
                            }
                        }));
        return published;
    }

    @Override
    public CompletionStage<DeliveryQueue> ledgerOf(TopicName topic) {
        Optional<DeliveryQueue> known = intakes.ledgerOf(topic);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        CompletableFuture<DeliveryQueue> opened = new CompletableFuture<>();
        laneOf(topic).executor().execute(() -> {
            try {
                intakes.open(topic);
                opened.complete(intakes.ledgerOf(topic).orElseThrow());
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened;
    }

    private Lane laneOf(TopicName topic) {
        return lanes().get(Math.floorMod(topic.hashCode(), LANES));
    }

    /** Made at first use, when the broker runs. */
    private synchronized List<Lane> lanes() {
        List<Lane> made = lanes.orElseGet(() -> IntStream.range(0, LANES)
                .mapToObj(i -> server.getExecutorFactory().getExecutor())
                .map(executor -> new Lane(executor, new JournalWork(server.getStorageManager(), executor)))
                .toList());
        lanes = Optional.of(made);
        return made;
    }

    private void routeAll(TopicName topic, List<MessageToPublish> messages) throws Exception {
        Transaction transaction = new TransactionImpl(server.getStorageManager());
        try {
            for (MessageToPublish message : messages) {
                route(topic, message, transaction);
            }
            transaction.commit();
        } catch (Exception e) { // Artemis declares it
            transaction.rollback();
            throw e;
        }
    }

    private void route(TopicName topic, MessageToPublish message, Transaction transaction) throws Exception {
        StorageManager storage = server.getStorageManager();
        SimpleString address = SimpleString.of(topic.value());
        CoreMessage core = ArtemisQueues.encode(message.message(), storage.generateID());
        PublicationProperties.write(message, core);
        core.setAddress(address);
        core.setRoutingType(RoutingType.MULTICAST);
        Message stored = LargeServerMessageImpl.checkLargeMessage(core, storage);
        RoutingContextImpl context = new RoutingContextImpl(transaction);
        context.setAddress(address);
        context.setRoutingType(RoutingType.MULTICAST);
        server.getPostOffice().route(stored, context, false);
        Optional<DeduplicationMark> mark = message.message().deduplication();
        if (mark.isPresent()) {
            queues.mark(intakes.ledgerOf(topic).orElseThrow(), mark.get(), transaction);
        }
    }
}
