package io.packetboat.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.kernel.messaging.SubscriptionSettings;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {
    private static final Caller NODE = Caller.node("test");
    private static final Caller STRANGER = new Caller(new UserName("stranger"), "192.0.2.1", Caller.Door.ADMIN, true);
    private static final TopicName PRICES = new TopicName("prices");

    @TempDir
    Path directory;

    private final InMemoryTopicStore store = new InMemoryTopicStore();
    private TestingTopics testing;
    private Topics topics;

    @BeforeEach
    void start() {
        testing = TestingTopics.of(directory, store).start(() -> {});
        topics = testing.topics;
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aPublishedMessageReachesADurableSubscriptionThatCanBeEnded() {
        topics.create(NODE, PRICES);
        try (JMSContext jms = testing.testing.clientsOf("ada").createContext()) {
            jms.createSharedDurableConsumer(jms.createTopic("prices"), "kept").close();
        }

        topics.publish(NODE, PRICES, NewMessage.text("42"));

        QueueState kept = topics.listSubscriptions(NODE, PRICES, PageRequest.first(10))
                .items()
                .get(0);
        await().untilAsserted(() -> assertThat(topics.listSubscriptions(NODE, PRICES, PageRequest.first(10))
                        .items()
                        .get(0)
                        .numbers()
                        .messages())
                .isEqualTo(1));
        assertThat(topics.require(NODE, PRICES).subscriptions()).isEqualTo(1);
        topics.deleteSubscription(NODE, PRICES, kept.name());
        assertThatThrownBy(() -> topics.deleteSubscription(NODE, PRICES, kept.name()))
                .isInstanceOf(SubscriptionNotFound.class);
        topics.delete(NODE, PRICES);
        assertThatThrownBy(() -> topics.publish(NODE, PRICES, NewMessage.text("43")))
                .isInstanceOf(TopicNotFound.class);
    }

    @Test
    void aSubscriptionHasARetentionOfItsOwnThatEndsWithIt() {
        topics.create(NODE, PRICES);
        String brief = subscribe("brief");
        String patient = subscribe("patient");
        SubscriptionSettings settings = new SubscriptionSettings(Optional.of(Duration.ofMillis(1)));
        topics.publish(NODE, PRICES, NewMessage.text("42"));
        await().until(() -> messages(brief) == 1 && messages(patient) == 1);

        topics.changeSubscription(NODE, PRICES, brief, settings);

        await().until(() -> messages(brief) == 0);
        assertThat(messages(patient)).isEqualTo(1);
        assertThat(topics.settingsOf(NODE, PRICES, brief)).isEqualTo(settings);
        assertThat(topics.settingsOf(NODE, PRICES, patient)).isEqualTo(SubscriptionSettings.DEFAULTS);
        topics.deleteSubscription(NODE, PRICES, brief);
        assertThatThrownBy(() -> topics.settingsOf(NODE, PRICES, brief)).isInstanceOf(SubscriptionNotFound.class);
        assertThatThrownBy(() -> topics.changeSubscription(NODE, PRICES, brief, settings))
                .isInstanceOf(SubscriptionNotFound.class);
        assertThat(subscribe("brief")).isEqualTo(brief);
        assertThat(topics.settingsOf(NODE, PRICES, brief)).isEqualTo(SubscriptionSettings.DEFAULTS);
    }

    @Test
    void theRetentionOfASubscriptionIsKeptOverARestart() {
        topics.create(NODE, PRICES);
        String brief = subscribe("brief");
        SubscriptionSettings settings = new SubscriptionSettings(Optional.of(Duration.ofHours(1)));
        topics.changeSubscription(NODE, PRICES, brief, settings);

        testing.close();
        start();

        assertThat(topics.settingsOf(NODE, PRICES, brief)).isEqualTo(settings);
    }

    /** Returns the name of its queue. */
    private String subscribe(String name) {
        try (JMSContext jms = testing.testing.clientsOf("ada").createContext()) {
            jms.createSharedDurableConsumer(jms.createTopic("prices"), name).close();
        }
        return subscriptions()
                .map(QueueState::name)
                .filter(queue -> queue.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<QueueState> subscriptions() {
        return topics.listSubscriptions(NODE, PRICES, PageRequest.first(10)).items().stream();
    }

    private long messages(String subscription) {
        return subscriptions()
                .filter(queue -> queue.name().equals(subscription))
                .mapToLong(queue -> queue.numbers().messages())
                .sum();
    }

    @Test
    void nobodyActsWithoutTheRight() {
        topics.create(NODE, PRICES);

        assertThatThrownBy(() -> topics.create(STRANGER, new TopicName("new"))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> topics.delete(STRANGER, PRICES)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> topics.publish(STRANGER, PRICES, NewMessage.text("42")))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> topics.list(STRANGER, "", PageRequest.first(1)))
                .isInstanceOf(AccessDenied.class);
    }
}
