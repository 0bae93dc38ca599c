package io.packetboat.push;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.DeliveryQueues;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Puts what could not be delivered into the queues that were named for it, with the body that the endpoint would have got. */
record DeadLetters(DeliveryQueues queues, Clock clock)
        implements BiFunction<QueueName, PushEntry, CompletionStage<Boolean>> {

    @Override
    public CompletionStage<Boolean> apply(QueueName name, PushEntry entry) {
        try {
            if (queues.isDiskFull()) {
                throw new BrokerUnavailable("The disk reserve is reached; producers are blocked.", null);
            }
            Optional<DeliveryQueue> queue = queues.find(name);
            return queue.isPresent()
                    ? queue.get()
                            .send(List.of(entry.message(MessageAttributes.NONE, clock.instant())))
                            .thenApply(done -> true)
                    : CompletableFuture.completedFuture(false);
        } catch (PacketboatException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
