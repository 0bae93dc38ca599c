package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingCrash;
import io.packetboat.delivery.Delivery;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.subscription.Endpoint.QueueEndpoint;
import io.packetboat.topic.FifoTopic;
import io.packetboat.topic.TopicAttributes;
import io.packetboat.topic.TopicDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifoTopicsTest {
    @TempDir
    Path directory;

    private TestingTopics topics;
    private TopicName orders;
    private QueueName queue;

    @BeforeEach
    void start() {
        topics = new TestingTopics(TestingBroker.config(directory.resolve("before"))).started();
        orders = topics.topic("orders.fifo");
        queue = topics.queue("queue.fifo");
        subscribe();
    }

    private void subscribe() {
        topics.subscribe(orders, new QueueEndpoint(queue), true, Optional.empty());
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private static Notification message(String body, String group, String id) {
        return new Notification(
                body,
                Map.of(),
                body.length(),
                Optional.empty(),
                MessageAttributes.NONE,
                Optional.of(new MessageGroupId(group)),
                Optional.of(id).filter(given -> !given.isEmpty()).map(DeduplicationId::new));
    }

    @Test
    void groupsKeepTheirOrderAndSequenceNumbersGrow() {
        List<CompletionStage<PublishedMessage>> published = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            published.add(
                    topics.publications.publish(TestingTopics.NODE, orders, message("m" + i, "g" + i % 3, "id" + i)));
        }

        assertThat(topics.receiveBodies(queue, 100))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        assertThat(published.stream()
                        .map(stage -> TestingTopics.done(stage)
                                .sequence()
                                .orElseThrow()
                                .toString())
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aQueuesMessageHasTheGroupAndTheIdOfTheTopicsAndANumberOfItsOwn() {
        topics.publish(orders, message("m", "g", "id"));

        Delivery received = topics.receive(queue);
        assertThat(received.system().group()).contains(new MessageGroupId("g"));
        assertThat(received.system().deduplication()).contains(new DeduplicationId("id"));
        assertThat(received.system().sequence()).isPresent();
    }

    @Test
    void aDuplicateIsAnsweredWithTheFirstOneAndDeliveredOnce() {
        PublishedMessage first = topics.publish(orders, message("m", "g", "id"));

        PublishedMessage second = topics.publish(orders, message("other", "g", "id"));
        topics.publish(orders, message("last", "g", "id2"));

        assertThat(second).isEqualTo(first);
        assertThat(topics.receiveBodies(queue, 2)).containsExactly("m", "last");
    }

    @Test
    void theSameIdInAnotherGroupIsADuplicateUnlessTheScopeIsTheGroup() {
        TopicName grouped = topics.topic("grouped.fifo");
        TopicAttributes defaults = TopicAttributes.defaultsOf(grouped);
        TopicDefinition byGroup = new TopicDefinition(
                grouped,
                new TopicAttributes(
                        defaults.displayName(),
                        defaults.policy(),
                        defaults.deliveryPolicy(),
                        defaults.signatureVersion(),
                        Optional.of(new FifoTopic(false, FifoTopic.Scope.MESSAGE_GROUP, Optional.empty())),
                        defaults.tags()),
                true);

        PublishedMessage first = topics.publish(orders, message("m", "g", "id"));

        assertThat(topics.publish(orders, message("m", "h", "id"))).isEqualTo(first);
        List<CompletionStage<PublishedMessage>> both = topics.desks.publish(
                byGroup, List.of(message("m", "g", "id"), message("m", "h", "id"), message("m", "g", "id")));
        assertThat(TestingTopics.done(both.get(1))).isNotEqualTo(TestingTopics.done(both.get(0)));
        assertThat(TestingTopics.done(both.get(2))).isEqualTo(TestingTopics.done(both.get(0)));
    }

    @Test
    void duplicatesAreKnownAfterACrash() throws IOException {
        PublishedMessage first = topics.publish(orders, message("m", "g", "id"));
        assertThat(topics.receive(queue).body()).isEqualTo("m");
        TestingCrash.copy(directory.resolve("before"), directory.resolve("after"));
        topics.close();
        topics = new TestingTopics(TestingBroker.config(directory.resolve("after"))).started();
        subscribe();

        PublishedMessage second = topics.publish(orders, message("m", "g", "id"));
        topics.publish(orders, message("last", "g", "id2"));

        assertThat(second).isEqualTo(first);
        assertThat(topics.receive(queue).body()).isEqualTo("last");
    }

    @Test
    void aTopicThatNobodySubscribedToKnowsDuplicatesToo() {
        TopicName lonely = topics.topic("lonely.fifo");
        PublishedMessage first = topics.publish(lonely, message("m", "g", "id"));

        assertThat(topics.publish(lonely, message("m", "g", "id"))).isEqualTo(first);
    }

    @Test
    void theRulesOfFifoTopicsAreThoseOfSns() {
        assertThatThrownBy(() -> topics.publish(orders, TestingTopics.notification("m")))
                .isInstanceOf(InvalidNotification.class)
                .hasMessage("Invalid parameter: The MessageGroupId parameter is required for FIFO topics");
        assertThatThrownBy(() -> topics.publish(orders, message("m", "g", "")))
                .isInstanceOf(InvalidNotification.class)
                .hasMessage("Invalid parameter: The topic should either have ContentBasedDeduplication enabled or"
                        + " MessageDeduplicationId provided explicitly");
    }
}
