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
import jakarta.jms.JMSContext;
import java.nio.file.Path;
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

    private TestingTopics testing;
    private Topics topics;

    @BeforeEach
    void start() {
        testing = TestingTopics.of(directory, new InMemoryTopicStore()).start(() -> {});
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
