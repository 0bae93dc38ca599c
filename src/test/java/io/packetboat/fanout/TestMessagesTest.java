package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.TestingRights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.QueueEndpoint;
import io.packetboat.subscription.InMemorySubscriptionStore;
import io.packetboat.subscription.NoSuchSubscription;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.subscription.SubscriptionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMessagesTest {
    @TempDir
    Path directory;

    private final InMemorySubscriptionStore store = new InMemorySubscriptionStore();
    private TestingTopics topics;
    private TestMessages tests;
    private TopicName prices;

    @BeforeEach
    void start() {
        topics = new TestingTopics(TestingBroker.config(directory));
        tests = new TestMessages(
                store,
                topics.distribution,
                topics.counts,
                TestingRights.ofTheNodeAlone(),
                TestingRights.config(directory),
                Clock.systemUTC());
        prices = topics.topic("prices");
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private Subscription stored(Subscription subscription) {
        store.add(List.of(subscription));
        return subscription;
    }

    private DeliveryReport report(Subscription subscription) {
        return topics.records.of(subscription.id(), prices).orElseThrow();
    }

    @Test
    void oneSubscriptionGetsTheMessageWithItsMark() {
        QueueName queue = topics.queue("queue");
        Subscription subscription = stored(topics.subscribe(prices, new QueueEndpoint(queue), true, Optional.empty()));
        QueueName other = topics.queue("other");
        topics.subscribe(prices, other);

        TestMessages.Outcome outcome = tests.send(TestingTopics.NODE, subscription.id());

        assertThat(outcome.problem()).isEmpty();
        assertThat(topics.receive(queue).attributes().find(TestMessages.MARK)).contains(Text.string("true"));
        assertThat(topics.count(other)).isZero();
        assertThat(report(subscription).delivered()).isEqualTo(1);
        assertThat(report(subscription).lastSuccess()).isPresent();
    }

    @Test
    void theProblemIsToldAndStaysInTheReport() {
        QueueName letters = topics.queue("letters");
        Subscription subscription =
                stored(topics.subscribe(prices, new QueueEndpoint(new QueueName("gone")), false, Optional.of(letters)));

        TestMessages.Outcome outcome = tests.send(TestingTopics.NODE, subscription.id());

        assertThat(outcome.problem()).contains("the queue is gone");
        assertThat(topics.receive(letters).body()).contains(outcome.message().value());
        assertThat(report(subscription).deadLettered()).isEqualTo(1);
        assertThat(report(subscription).lastError().orElseThrow().why()).isEqualTo("the queue is gone");
    }

    @Test
    void anotherEndpointIsDeliveredToFromItsOwnQueue() {
        Subscription subscription = stored(topics.subscribe(
                prices, new Endpoint.HttpEndpoint(URI.create("http://localhost/")), false, Optional.empty()));

        tests.send(TestingTopics.NODE, subscription.id());

        assertThat(topics.courier.woken).containsExactly(subscription);
        Awaitility.await()
                .until(() -> topics.courier.queueOf(subscription).counts().messages() == 1);
    }

    @Test
    void nothingGoesToAnUnconfirmedOrMissingSubscriptionOrWithoutTheRight() {
        QueueName queue = topics.queue("queue");
        Subscription confirmed = topics.subscribe(prices, queue);
        Subscription pending = stored(new Subscription(
                confirmed.id(),
                prices,
                confirmed.endpoint(),
                confirmed.owner(),
                Confirmation.PENDING,
                confirmed.attributes(),
                confirmed.createdAt()));
        SubscriptionId none = new SubscriptionId("00000000-0000-0000-0000-000000000000");
        Caller nobody = new Caller(new UserName("nobody"), "192.0.2.7", Caller.Door.ADMIN);

        assertThatThrownBy(() -> tests.send(TestingTopics.NODE, pending.id())).isInstanceOf(SubscriptionPending.class);
        assertThatThrownBy(() -> tests.send(TestingTopics.NODE, none)).isInstanceOf(NoSuchSubscription.class);
        assertThatThrownBy(() -> tests.send(nobody, pending.id())).isInstanceOf(AccessDenied.class);
        assertThat(topics.count(queue)).isZero();
    }

    @Test
    void whatIsPublishedCountsInTheReportsOfItsQueuesAndWaitsUntilItIsHandedOn() {
        QueueName queue = topics.queue("queue");
        Subscription subscription = topics.subscribe(prices, queue);
        topics.publish(prices, "waits");
        tests.send(TestingTopics.NODE, stored(subscription).id());
        await().atMost(Duration.ofSeconds(60)).until(() -> report(subscription).backlog() == 1);

        topics.started();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(report(subscription).delivered()).isEqualTo(2);
            assertThat(report(subscription).backlog()).isZero();
        });
    }
}
