package io.packetboat.archive;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.Desks;
import io.packetboat.delivery.ReceiveRequest;
import io.packetboat.fanout.Courier;
import io.packetboat.fanout.Distribution;
import io.packetboat.fanout.Envelopes;
import io.packetboat.fanout.FanOut;
import io.packetboat.fanout.Intakes;
import io.packetboat.fanout.Notification;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.fanout.NotificationLinks;
import io.packetboat.fanout.Publications;
import io.packetboat.fanout.PublishedMessage;
import io.packetboat.fanout.PublishingDesks;
import io.packetboat.fanout.QueueCopies;
import io.packetboat.fanout.QueueDeliveries;
import io.packetboat.fanout.Redelivery;
import io.packetboat.fanout.Signatures;
import io.packetboat.fanout.Subscribed;
import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.QueueMemory;
import io.packetboat.signing.InMemorySigningKeyStore;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.signing.SignatureVersion;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.InMemorySubscriptionStore;
import io.packetboat.subscription.PushEndpoints;
import io.packetboat.subscription.Subscribers;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.subscription.SubscriptionAttributeChange;
import io.packetboat.subscription.SubscriptionDirectory;
import io.packetboat.subscription.SubscriptionLimits;
import io.packetboat.subscription.Subscriptions;
import io.packetboat.topic.InMemoryTopicStore;
import io.packetboat.topic.TestingTopics;
import io.packetboat.topic.TopicAttributeChange;
import io.packetboat.topic.TopicTags;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** FIFO topics with archives on a real broker, with stores in memory that outlive it, and a clock that stands still. */
final class TestingArchives implements AutoCloseable {
    static final Caller NODE = Caller.node("test");
    static final int MAX_REPLAYS = 2;
    static final int GROUPS = 3;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int EMPTY_ROUNDS = 3;
    private static Optional<NotificationSignature> signature = Optional.empty();

    final TestingTopics topics;
    final TestingClock clock;
    final Subscriptions subscriptions;
    final Archives archives;
    final Publications publications;
    final NotificationCounts counts = new NotificationCounts();
    private final Deliveries deliveries;
    private final Desks desks;
    private final FanOut fanOut;
    private final Replayer replayer;

    /** What is on disk, but for the broker's journal. */
    static final class Stores {
        final InMemoryArchiveStore archive = new InMemoryArchiveStore();
        final InMemoryReplayStore replays = new InMemoryReplayStore();
        final InMemorySubscriptionStore subscriptions = new InMemorySubscriptionStore();
        final InMemoryTopicStore topics = new InMemoryTopicStore(subscriptions::forgetTopic);
    }

    TestingArchives(Path folder, Stores stores) {
        topics = TestingTopics.of(folder, stores.topics);
        clock = topics.identity.clock;
        archives = new Archives(stores.archive, topics.memory, clock);
        EmbeddedBroker broker = topics.testing.broker();
        QueueMemory queues = new QueueMemory(broker);
        Replays replays = new Replays(archives, stores.replays, new Intakes(broker.intakes()), MAX_REPLAYS);
        topics.directory.observe(replays);
        Subscribers subscribers = new Subscribers(stores.subscriptions);
        subscriptions = subscriptions(stores, queues, subscribers, replays);
        desks = new Desks(broker.deliveries(), topics.identity.config, Clock.systemUTC());
        desks.start();
        deliveries = new Deliveries(desks, queues, topics.identity.rights, topics.identity.config);
        publications = new Publications(
                // Receivers wait by the system's clock, and what is published is stamped by the test's.
                new PublishingDesks(
                        broker.topicRoutes(), new Desks(broker.deliveries(), topics.identity.config, clock), clock),
                topics.memory,
                topics.identity.rights,
                topics.identity.config);
        Distribution distribution = new Distribution(
                new Subscribed(subscribers),
                broker.deliveries(),
                new QueueCopies(envelopes(), queues, desks, Clock.systemUTC()),
                Courier.NONE,
                archives,
                new QueueDeliveries(broker.intakes()::waiting, clock));
        replayer = new Replayer(replays, stores.subscriptions, new Redelivery(broker.intakes(), distribution, counts));
        fanOut = new FanOut(broker.intakes(), distribution, counts);
        replayer.start();
        fanOut.start();
    }

    /** Starts the broker, too. */
    private Subscriptions subscriptions(Stores stores, QueueMemory queues, Subscribers subscribers, Replays replays) {
        SubscriptionDirectory directory = new SubscriptionDirectory(
                new SubscriptionDirectory.Topics(topics.directory, topics.memory),
                stores.subscriptions,
                subscribers,
                new SubscriptionDirectory.Delivery(
                        new Intakes(topics.testing.broker().intakes()), PushEndpoints.NONE, replays),
                SubscriptionLimits.AWS,
                clock);
        topics.start(directory::recover);
        return new Subscriptions(
                directory,
                stores.subscriptions,
                topics.memory,
                queues,
                PushEndpoints.NONE,
                topics.identity.rights,
                topics.identity.config);
    }

    private Envelopes envelopes() {
        NotificationLinks links = new NotificationLinks(() -> "http://localhost");
        return new Envelopes(
                new SubscriptionArns(topics.identity.config.region(), topics.identity.config.account()),
                links,
                new Signatures(signature(topics.identity), links, topic -> SignatureVersion.V1));
    }

    /** One for all tests, since a key takes a while to make. */
    private static synchronized NotificationSignature signature(TestingIdentity identity) {
        NotificationSignature made = signature.orElseGet(() -> NotificationSignature.open(
                new InMemorySigningKeyStore(), identity.masterKey, identity.config.region(), Clock.systemUTC()));
        signature = Optional.of(made);
        return made;
    }

    /** A topic that keeps messages for some days. */
    TopicName archived(String name, int days) {
        TopicName topic = new TopicName(name);
        topics.definitions.create(
                NODE,
                topic,
                List.of(new TopicAttributeChange.Fifo(true), new TopicAttributeChange.Archive(Optional.of(days))),
                TopicTags.NONE);
        return topic;
    }

    QueueName queue(String name) {
        QueueName queue = new QueueName(name);
        topics.testing.broker().queues().create(queue, QueueSettings.DEFAULTS, false, Optional.empty());
        return queue;
    }

    Subscription subscribe(TopicName topic, QueueName queue, SubscriptionAttributeChange... terms) {
        return subscriptions.subscribe(NODE, topic, new Endpoint.QueueEndpoint(queue), List.of(terms));
    }

    CompletionStage<PublishedMessage> publish(TopicName topic, String body, String group) {
        return publish(topic, body, group, MessageAttributes.NONE);
    }

    CompletionStage<PublishedMessage> publish(
            TopicName topic, String body, String group, MessageAttributes attributes) {
        return publications.publish(
                NODE,
                topic,
                new Notification(
                        body,
                        Map.of(),
                        body.length(),
                        Optional.empty(),
                        attributes,
                        Optional.of(new MessageGroupId(group)),
                        Optional.of(new DeduplicationId("id-" + body))));
    }

    /** In turn to each of the groups. */
    void publishAll(TopicName topic, List<String> bodies) {
        List<CompletionStage<PublishedMessage>> published = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            published.add(publish(topic, bodies.get(i), "g" + i % GROUPS));
        }
        published.forEach(TestingArchives::done);
    }

    /** The next messages, which are deleted; waits for them. */
    List<Delivery> receive(QueueName queue, int count) {
        List<Delivery> received = new ArrayList<>();
        for (int emptyRounds = 0; received.size() < count; ) {
            List<Delivery> next = receiveUpTo(queue, Math.min(10, count - received.size()));
            received.addAll(next);
            emptyRounds = next.isEmpty() ? emptyRounds + 1 : 0;
            if (emptyRounds == EMPTY_ROUNDS) {
                throw new AssertionError("nothing comes any more behind " + received);
            }
        }
        return received;
    }

    private List<Delivery> receiveUpTo(QueueName queue, int count) {
        List<Delivery> received = done(deliveries.receive(
                NODE,
                queue,
                new ReceiveRequest(count, Optional.of(Duration.ofMinutes(5)), Optional.of(WAIT), Optional.empty())));
        received.forEach(delivery -> done(deliveries.delete(NODE, queue, delivery.handle())));
        return received;
    }

    /** How many messages were not handed on yet. */
    long waiting(TopicName topic) {
        return topics.testing.broker().intakes().waiting(topic);
    }

    long count(QueueName queue) {
        return topics.testing
                .broker()
                .queues()
                .find(queue)
                .orElseThrow()
                .numbers()
                .messages();
    }

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(2, TimeUnit.MINUTES);
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
        replayer.stop();
        fanOut.stop();
        desks.stop();
        topics.close();
    }
}
