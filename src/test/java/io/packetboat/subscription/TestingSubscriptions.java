package io.packetboat.subscription;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.queue.QueueMemory;
import io.packetboat.topic.InMemoryTopicStore;
import io.packetboat.topic.TestingTopics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscriptions of topics on a real broker, with stores in memory, that note what delivery is told. */
public final class TestingSubscriptions implements AutoCloseable {
    public static final Caller NODE = Caller.node("test");

    /** What begins and ends, and who is asked to confirm with which token. */
    public final List<String> told = new ArrayList<>();

    public final TestingTopics topics;
    public final Subscribers subscribers;
    public final SubscriptionDirectory directory;
    public final Subscriptions subscriptions;

    private String lastToken = "";

    private TestingSubscriptions(
            Path folder, InMemorySubscriptionStore store, InMemoryTopicStore topicStore, SubscriptionLimits limits) {
        this.topics = TestingTopics.of(folder, topicStore);
        this.subscribers = new Subscribers(store);
        this.directory = new SubscriptionDirectory(
                new SubscriptionDirectory.Topics(topics.directory, topics.memory),
                store,
                subscribers,
                new SubscriptionDirectory.Delivery(new NotedTopics(), new NotedPush(), new NoReplays()),
                limits,
                topics.identity.clock);
        this.subscriptions = new Subscriptions(
                directory,
                store,
                topics.memory,
                new QueueMemory(topics.testing.broker()),
                new NotedPush(),
                topics.identity.rights,
                topics.identity.config);
    }

    public static TestingSubscriptions started(
            Path folder, InMemorySubscriptionStore store, InMemoryTopicStore topicStore, SubscriptionLimits limits) {
        TestingSubscriptions testing = new TestingSubscriptions(folder, store, topicStore, limits);
        testing.topics.start(testing.directory::recover);
        return testing;
    }

    public QueueName queue(String name) {
        QueueName queue = new QueueName(name);
        topics.testing
                .broker()
                .queues()
                .create(queue, io.packetboat.kernel.messaging.QueueSettings.DEFAULTS, false, Optional.empty());
        return queue;
    }

    /** The token of the last subscription that had to be confirmed. */
    public String lastToken() {
        return lastToken;
    }

    @Override
    public void close() {
        topics.close();
    }

    private final class NotedTopics implements SubscribedTopics {
        @Override
        public void begin(TopicName topic) {
            told.add("begin " + topic);
        }

        @Override
        public void end(TopicName topic) {
            told.add("end " + topic);
        }
    }

    /** Delivers mails alone. */
    private final class NotedPush implements PushEndpoints {
        @Override
        public void require(Endpoint endpoint) {
            if (!(endpoint instanceof Endpoint.EmailEndpoint)) {
                PushEndpoints.NONE.require(endpoint);
            }
        }

        @Override
        public void askToConfirm(Subscription pending, String token) {
            told.add("ask " + pending.endpoint().target());
            lastToken = token;
        }

        @Override
        public void ended(Subscription former) {
            told.add("drop " + former.endpoint().target());
        }

        @Override
        public void tellEnded(Subscription former, String token) {
            told.add("tell " + former.endpoint().target());
            lastToken = token;
        }

        @Override
        public void ended(TopicName topic) {
            told.add("drop all of " + topic);
        }
    }
}
