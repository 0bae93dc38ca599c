package io.packetboat.fanout;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.TestingBroker;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.Desks;
import io.packetboat.delivery.ReceiveRequest;
import io.packetboat.filter.FilterScope;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.identity.TestingIdentity;
import io.packetboat.identity.TestingRights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.QueueMemory;
import io.packetboat.signing.InMemorySigningKeyStore;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.signing.SignatureVersion;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.subscription.SubscriptionAttributes;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.topic.TopicMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Topics with subscriptions on a real broker; who is subscribed is what a test says. */
final class TestingTopics implements AutoCloseable {
    static final NotificationLinks LINKS = new NotificationLinks(() -> "http://localhost");
    private static Optional<NotificationSignature> signature = Optional.empty();

    static final Caller NODE = Caller.node("test");

    private static final int POLLS = 3;

    final TestingBroker testing;
    final Publications publications;
    final NotificationCounts counts = new NotificationCounts();
    final QueueDeliveries records;
    final Distribution distribution;
    final PublishingDesks desks;
    final TestingCourier courier;
    final Intakes intakes;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Deliveries deliveries;
    private final Desks receiving;
    private final FanOut fanOut;

    TestingTopics(BrokerConfig config) {
        testing = new TestingBroker(config);
        EmbeddedBroker broker = testing.broker();
        QueueMemory queues = new QueueMemory(broker);
        broker.start();
        IdentityConfig identity = TestingRights.config(config.dataDirectory());
        Rights rights = TestingRights.ofTheNodeAlone();
        receiving = new Desks(broker.deliveries(), identity, Clock.systemUTC());
        receiving.start();
        deliveries = new Deliveries(receiving, queues, rights, identity);
        intakes = new Intakes(broker.intakes());
        courier = new TestingCourier(broker.intakes());
        Envelopes envelopes = new Envelopes(
                new SubscriptionArns(identity.region(), identity.account()),
                LINKS,
                new Signatures(signature(config.dataDirectory()), LINKS, topic -> SignatureVersion.V1));
        records = new QueueDeliveries(broker.intakes()::waiting, Clock.systemUTC());
        distribution = new Distribution(
                new InMemoryAudience(subscriptions),
                broker.deliveries(),
                new QueueCopies(envelopes, queues, receiving, Clock.systemUTC()),
                courier,
                Archive.NONE,
                records);
        fanOut = new FanOut(broker.intakes(), distribution, counts);
        desks = new PublishingDesks(broker.topicRoutes(), receiving, Clock.systemUTC());
        publications = new Publications(desks, new TopicMemory(broker), rights, identity);
    }

    /** Begins to hand on. */
    TestingTopics started() {
        fanOut.start();
        return this;
    }

    TopicName topic(String name) {
        TopicName topic = new TopicName(name);
        testing.broker().topics().create(topic);
        return topic;
    }

    QueueName queue(String name) {
        QueueName queue = new QueueName(name);
        testing.broker().queues().create(queue, QueueSettings.DEFAULTS, false, Optional.empty());
        return queue;
    }

    Subscription subscribe(TopicName topic, QueueName queue) {
        return subscribe(topic, new Endpoint.QueueEndpoint(queue), false, Optional.empty());
    }

    Subscription subscribe(TopicName topic, Endpoint endpoint, boolean raw, Optional<QueueName> deadLetters) {
        Subscription subscription = new Subscription(
                new SubscriptionId(UUID.randomUUID().toString()),
                topic,
                endpoint,
                new UserName("ada"),
                Subscription.Confirmation.LOCKED,
                new SubscriptionAttributes(
                        raw, FilterScope.MESSAGE_ATTRIBUTES, Optional.empty(), Optional.empty(), deadLetters),
                Instant.EPOCH);
        intakes.begin(topic);
        subscriptions.add(subscription);
        return subscription;
    }

    static Notification notification(String body) {
        return new Notification(
                body,
                Map.of(),
                body.length(),
                Optional.empty(),
                io.packetboat.kernel.messaging.MessageAttributes.NONE,
                Optional.empty(),
                Optional.empty());
    }

    PublishedMessage publish(TopicName topic, Notification notification) {
        return done(publications.publish(NODE, topic, notification));
    }

    PublishedMessage publish(TopicName topic, String body) {
        return publish(topic, notification(body));
    }

    /** The next message, which is deleted; waits for it. */
    Delivery receive(QueueName queue) {
        for (int poll = 0; poll < POLLS; poll++) {
            List<Delivery> received = receive(queue, Duration.ofSeconds(20));
            if (!received.isEmpty()) {
                return received.get(0);
            }
        }
        throw new AssertionError("nothing came to " + queue);
    }

    List<String> receiveBodies(QueueName queue, int count) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(receive(queue).body());
        }
        return bodies;
    }

    private List<Delivery> receive(QueueName queue, Duration wait) {
        List<Delivery> received = done(deliveries.receive(
                NODE,
                queue,
                new ReceiveRequest(1, Optional.of(Duration.ofSeconds(60)), Optional.of(wait), Optional.empty())));
        received.forEach(delivery -> done(deliveries.delete(NODE, queue, delivery.handle())));
        return received;
    }

    long count(QueueName queue) {
        return testing.broker().queues().find(queue).orElseThrow().numbers().messages();
    }

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(90, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        fanOut.stop();
        receiving.stop();
        testing.close();
    }

    /** One for all tests, since a key takes a while to make. */
    static synchronized NotificationSignature signature(Path directory) {
        if (signature.isEmpty()) {
            signature = Optional.of(NotificationSignature.open(
                    new InMemorySigningKeyStore(),
                    new TestingIdentity(directory).masterKey,
                    new Region("us-east-1"),
                    Clock.systemUTC()));
        }
        return signature.get();
    }
}
