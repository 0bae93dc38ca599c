package io.packetboat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingCrash;
import io.packetboat.delivery.Delivery;
import io.packetboat.fanout.PublishedMessage;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.subscription.DescribedReplay;
import io.packetboat.subscription.ReplayLimitReached;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.ReplayStatus;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionAttributeChange.Filter;
import io.packetboat.subscription.SubscriptionAttributeChange.RawDelivery;
import io.packetboat.subscription.SubscriptionAttributeChange.Replay;
import io.packetboat.subscription.SubscriptionRefused;
import io.packetboat.topic.TopicArchived;
import io.packetboat.topic.TopicAttributeChange;
import io.packetboat.topic.TopicTags;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RawDelivery RAW = new RawDelivery(true);

    @TempDir
    Path directory;

    private final TestingArchives.Stores stores = new TestingArchives.Stores();
    private TestingArchives running;
    private TopicName orders;
    private Instant start;

    @BeforeEach
    void start() {
        running = new TestingArchives(directory.resolve("before"), stores);
        orders = running.archived("orders.fifo", 30);
        start = running.clock.instant();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static List<String> bodies(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> "m" + i).toList();
    }

    private static Replay from(Instant start) {
        return new Replay(Optional.of(new ReplayPolicy("from " + start, start, Optional.empty())));
    }

    private static Replay between(Instant start, Instant end) {
        return new Replay(Optional.of(new ReplayPolicy(start + " to " + end, start, Optional.of(end))));
    }

    private List<String> receiveBodies(QueueName queue, int count) {
        return running.receive(queue, count).stream().map(Delivery::body).toList();
    }

    private Optional<ReplayStatus> statusOf(Subscription subscription) {
        return running.subscriptions
                .describe(TestingArchives.NODE, subscription.id())
                .replay()
                .map(DescribedReplay::status);
    }

    /** Each group in its order. */
    private static void assertInOrder(List<String> received, List<String> published) {
        assertThat(received).hasSameSizeAs(published);
        for (int group = 0; group < TestingArchives.GROUPS; group++) {
            assertThat(ofGroup(group, received)).isEqualTo(ofGroup(group, published));
        }
    }

    private static List<String> ofGroup(int group, List<String> bodies) {
        return bodies.stream()
                .filter(body -> numberOf(body) % TestingArchives.GROUPS == group)
                .toList();
    }

    /** What has no number was published as the first of its kind, to the first group. */
    private static int numberOf(String body) {
        return body.matches("m\\d+") ? Integer.parseInt(body.substring(1)) : 0;
    }

    private void awaitCompletion(Subscription subscription) {
        await().atMost(PATIENCE).until(() -> statusOf(subscription).equals(Optional.of(ReplayStatus.COMPLETED)));
    }

    /** And handed on: what a new subscription gets live is not given again. */
    private void awaitArchived(int messages) {
        await().atMost(PATIENCE).until(() -> stores.archive.size(orders) == messages && running.waiting(orders) == 0);
    }

    @Test
    void whatWasPublishedBeforeAnybodySubscribedIsGivenInItsOrder() {
        running.publishAll(orders, bodies(0, 250));
        awaitArchived(250);
        QueueName queue = running.queue("late.fifo");

        Subscription subscription = running.subscribe(orders, queue, RAW, from(start));

        assertInOrder(receiveBodies(queue, 250), bodies(0, 250));
        awaitCompletion(subscription);
        running.publishAll(orders, List.of("live"));
        assertThat(receiveBodies(queue, 1)).containsExactly("live");
    }

    private static JsonObject json(Delivery delivery) {
        try (JsonReader reader = Json.createReader(new StringReader(delivery.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void whatIsGivenAgainIsTheMessageThatItWasAndSaysSo() {
        // Envelopes show no whole seconds, see SignedText.
        running.clock.advance(Duration.ofMillis(5));
        PublishedMessage published = TestingArchives.done(running.publish(orders, "m", "g"));
        awaitArchived(1);
        QueueName queue = running.queue("late.fifo");

        Subscription subscription = running.subscribe(orders, queue, from(start));

        Delivery given = running.receive(queue, 1).get(0);
        assertThat(given.system().group().orElseThrow().value()).isEqualTo("g");
        assertThat(given.system().deduplication().orElseThrow().value()).isEqualTo("id-m");
        JsonObject envelope = json(given);
        assertThat(envelope.getString("MessageId")).isEqualTo(published.id().value());
        assertThat(envelope.getString("SequenceNumber"))
                .isEqualTo(published.sequence().orElseThrow().toString());
        assertThat(envelope.getString("Timestamp")).isEqualTo("2030-01-01T00:00:00.005Z");
        assertThat(envelope.getBoolean("Replayed")).isTrue();
        awaitCompletion(subscription);
        TestingArchives.done(running.publish(orders, "live", "g"));
        assertThat(json(running.receive(queue, 1).get(0))).doesNotContainKey("Replayed");
    }

    /** Within the five minutes in which its queue refuses what it has taken already. */
    @Test
    void aSubscriptionThatHasTheMessagesIsGivenThemAgainAndMissesNothingThatIsPublishedMeanwhile() {
        QueueName queue = running.queue("queue.fifo");
        Subscription subscription = running.subscribe(orders, queue, RAW);
        running.publishAll(orders, bodies(0, 120));
        assertInOrder(receiveBodies(queue, 120), bodies(0, 120));

        running.subscriptions.change(TestingArchives.NODE, subscription.id(), List.of(from(start)));
        running.publishAll(orders, bodies(120, 400));

        assertInOrder(receiveBodies(queue, 400), bodies(0, 400));
        awaitCompletion(subscription);
        running.publishAll(orders, List.of("last"));
        assertThat(receiveBodies(queue, 1)).containsExactly("last");
    }

    @Test
    void aReplayWithAnEndGivesWhatIsBetween() {
        running.publishAll(orders, List.of("early"));
        running.clock.advance(Duration.ofHours(1));
        Instant begin = running.clock.instant();
        running.publishAll(orders, List.of("first"));
        running.clock.advance(Duration.ofHours(1));
        Instant end = running.clock.instant();
        running.publishAll(orders, List.of("second"));
        running.clock.advance(Duration.ofHours(1));
        running.publishAll(orders, List.of("late"));
        awaitArchived(4);
        QueueName queue = running.queue("queue.fifo");

        awaitCompletion(running.subscribe(orders, queue, RAW, between(begin, end)));
        running.publishAll(orders, List.of("live"));

        assertThat(receiveBodies(queue, 3)).containsExactly("first", "second", "live");
    }

    private void publish(String body, String colour) {
        TestingArchives.done(running.publish(
                orders, body, "g", new MessageAttributes(Map.of("colour", MessageAttributes.Text.string(colour)))));
    }

    @Test
    void filterPoliciesHoldForWhatIsGivenAgain() {
        publish("m0", "red");
        publish("m1", "blue");
        publish("m2", "red");
        awaitArchived(3);
        QueueName queue = running.queue("queue.fifo");

        Subscription subscription =
                running.subscribe(orders, queue, RAW, new Filter(Optional.of("{\"colour\": [\"red\"]}")), from(start));

        assertThat(receiveBodies(queue, 2)).containsExactly("m0", "m2");
        awaitCompletion(subscription);
        publish("m3", "red");
        assertThat(receiveBodies(queue, 1)).containsExactly("m3");
    }

    @Test
    void aStandardQueueTakesPartToo() {
        running.publishAll(orders, bodies(0, 20));
        awaitArchived(20);
        QueueName queue = running.queue("standard");

        awaitCompletion(running.subscribe(orders, queue, RAW, from(start)));

        assertThat(receiveBodies(queue, 20)).containsExactlyInAnyOrderElementsOf(bodies(0, 20));
    }

    @Test
    void aReplayGoesOnAfterACrashWithNothingLostOrDoubled() throws IOException {
        running.publishAll(orders, bodies(0, 250));
        awaitArchived(250);
        QueueName queue = running.queue("queue.fifo");
        QueueName witness = running.queue("witness.fifo");
        running.subscribe(orders, witness, RAW);
        stores.archive.readable(1);
        Subscription subscription = running.subscribe(orders, queue, RAW, from(start));
        await().atMost(PATIENCE).until(() -> running.count(queue) == ReplayStep.MOST);
        running.publishAll(orders, List.of("held back"));
        assertThat(receiveBodies(witness, 1)).containsExactly("held back");
        assertThat(statusOf(subscription)).contains(ReplayStatus.IN_PROGRESS);

        restart();

        List<String> expected = new ArrayList<>(bodies(0, 250));
        expected.add("held back");
        assertInOrder(receiveBodies(queue, 251), expected);
        awaitCompletion(subscription);
        running.publishAll(orders, List.of("live"));
        assertThat(receiveBodies(queue, 1)).containsExactly("live");
    }

    private void restart() throws IOException {
        TestingCrash.copy(directory.resolve("before"), directory.resolve("after"));
        running.close();
        stores.archive.readable(Integer.MAX_VALUE);
        running = new TestingArchives(directory.resolve("after"), stores);
    }

    @Test
    void whoeverStopsAReplayGetsWhatWasHeldBack() {
        running.publishAll(orders, bodies(0, 5));
        awaitArchived(5);
        QueueName queue = running.queue("queue.fifo");
        stores.archive.readable(0);
        Subscription subscription = running.subscribe(orders, queue, RAW, from(start));
        running.publishAll(orders, List.of("held back"));
        awaitArchived(6);

        running.subscriptions.change(TestingArchives.NODE, subscription.id(), List.of(new Replay(Optional.empty())));
        stores.archive.readable(Integer.MAX_VALUE);

        assertThat(receiveBodies(queue, 1)).containsExactly("held back");
        assertThat(statusOf(subscription)).isEmpty();
    }

    @Test
    void aTopicThatKeepsMessagesCannotBeDeletedAndLosesThemWithItsPolicy() {
        running.publishAll(orders, bodies(0, 3));
        awaitArchived(3);
        assertThatThrownBy(() -> running.topics.definitions.delete(TestingArchives.NODE, orders))
                .isInstanceOf(TopicArchived.class)
                .hasMessage("Invalid state: Cannot delete a topic with an ArchivePolicy");

        keep(Optional.empty());
        new ArchiveCleaning(running.archives).clean();
        running.topics.definitions.delete(TestingArchives.NODE, orders);

        assertThat(stores.archive.topics()).isEmpty();
    }

    private void keep(Optional<Integer> days) {
        running.topics.definitions.change(
                TestingArchives.NODE, orders, List.of(new TopicAttributeChange.Archive(days)));
    }

    @Test
    void whoIsHeldBackWhenTheArchiveGoesGetsWhatIsNew() {
        running.publishAll(orders, bodies(0, 5));
        awaitArchived(5);
        QueueName queue = running.queue("queue.fifo");
        stores.archive.readable(0);
        Subscription subscription = running.subscribe(orders, queue, RAW, from(start));

        keep(Optional.empty());
        running.publishAll(orders, List.of("new"));
        stores.archive.readable(Integer.MAX_VALUE);

        assertThat(receiveBodies(queue, 1)).containsExactly("new");
        assertThat(statusOf(subscription)).contains(ReplayStatus.FAILED);
    }

    @Test
    void messagesAreDeletedWhenTheyWereKeptLongEnough() {
        running.publishAll(orders, List.of("old"));
        awaitArchived(1);
        running.clock.advance(Duration.ofDays(29));
        running.publishAll(orders, List.of("young"));
        awaitArchived(2);
        new ArchiveCleaning(running.archives).clean();
        assertThat(stores.archive.size(orders)).isEqualTo(2);

        running.clock.advance(Duration.ofDays(1).plusMillis(1));
        new ArchiveCleaning(running.archives).clean();

        assertThat(stores.archive.size(orders)).isEqualTo(1);
        assertThat(running.subscriptions
                        .describeTopic(TestingArchives.NODE, orders)
                        .archivedSince())
                .contains(start.plusMillis(1));
    }

    @Test
    void aReplayBeginsAndEndsWhereThereIsAnArchive() {
        QueueName queue = running.queue("queue.fifo");
        TopicName other = new TopicName("other.fifo");
        running.topics.definitions.create(
                TestingArchives.NODE, other, List.of(new TopicAttributeChange.Fifo(true)), TopicTags.NONE);

        assertThatThrownBy(() -> running.subscribe(other, queue, from(start)))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessage("Invalid parameter: ReplayPolicy: Topic does not have an ArchivePolicy");
        Stream.of(start.plusMillis(1), start.minus(Duration.ofMinutes(2)))
                .forEach(wrong -> assertThatThrownBy(() -> running.subscribe(orders, queue, from(wrong)))
                        .hasMessage("Invalid parameter: ReplayPolicy: Invalid StartingPoint value"));
        assertThatThrownBy(() -> running.subscribe(orders, queue, between(start, start.plusMillis(1))))
                .hasMessage("Invalid parameter: ReplayPolicy: Invalid EndingPoint value");
    }

    @Test
    void onlySoManyReplaysGoOnAtTheSameTime() {
        running.publishAll(orders, List.of("m"));
        awaitArchived(1);
        stores.archive.readable(0);
        for (int i = 0; i < TestingArchives.MAX_REPLAYS; i++) {
            running.subscribe(orders, running.queue("q" + i + ".fifo"), from(start));
        }

        assertThatThrownBy(() -> running.subscribe(orders, running.queue("last.fifo"), from(start)))
                .isInstanceOf(ReplayLimitReached.class);
    }
}
