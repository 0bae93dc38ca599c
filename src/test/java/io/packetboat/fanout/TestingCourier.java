package io.packetboat.fanout;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.fanout.QueueCopy;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.delivery.Admissions;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is for web servers and delivers none of it; knows no other endpoints. */
final class TestingCourier implements Courier {
    final List<Subscription> woken = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final TopicIntakes intakes;

    TestingCourier(TopicIntakes intakes) {
        this.intakes = intakes;
    }

    DeliveryQueue queueOf(Subscription subscription) {
        return intakes.internalQueue(new QueueName("$sys.packetboat.push." + subscription.id()));
    }

    @Override
    public Optional<QueueCopy> copy(Subscription subscription, MessageId message, String body) {
        if (!(subscription.endpoint() instanceof Endpoint.HttpEndpoint)) {
            return Optional.empty();
        }
        bodies.add(body);
        return Optional.of(new QueueCopy(
                queueOf(subscription),
                new MessageToSend(
                        Admissions.randomId(),
                        body,
                        MessageAttributes.NONE,
                        Instant.EPOCH,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Override
    public void wake(Subscription subscription) {
        woken.add(subscription);
    }
}
