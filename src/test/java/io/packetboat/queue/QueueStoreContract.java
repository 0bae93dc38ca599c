package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.queue.QueueChange.Begin;
import io.packetboat.queue.QueueChange.DeleteQueue;
import io.packetboat.queue.QueueChange.End;
import io.packetboat.queue.QueueChange.PutQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of queues must do. */
public abstract class QueueStoreContract {
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final QueueName ORDERS = new QueueName("orders");
    private static final QueueName LETTERS = new QueueName("letters.fifo");
    private static final ResourcePolicy POLICY = ResourcePolicy.parse("""
            {"Version": "2012-10-17", "Statement": {"Sid": "Ümläute", "Effect": "Allow",
             "Principal": "*", "Action": "sqs:*", "Resource": "*"}}""");
    private static final StoredQueue PLAIN = new StoredQueue(ORDERS, 7, QueueAttributes.defaultsOf(ORDERS));
    private static final StoredQueue FULL = new StoredQueue(
            LETTERS,
            Long.MAX_VALUE,
            new QueueAttributes(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    4_096,
                    Optional.of(new FifoSettings(
                            true,
                            FifoSettings.DeduplicationScope.MESSAGE_GROUP,
                            FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID)),
                    Optional.of(new RedriveAllowPolicy.ByQueue(List.of(ORDERS, new QueueName("a,\"b]\\")))),
                    Optional.of(POLICY),
                    new QueueTags(Map.of("team", "Größe \"7\"", "empty", "")),
                    Optional.of(THEN),
                    Optional.of(THEN.plusSeconds(1))));
    private static final QueueIntent CREATION = new QueueIntent(
            QueueIntent.Kind.CREATE,
            FULL,
            new QueueSettings(
                    Optional.of(-1),
                    Optional.of("DLQ"),
                    Optional.of(Duration.ofMillis(5)),
                    Optional.of(1.5),
                    Optional.of(Duration.ofMinutes(6)),
                    Optional.of(Duration.ofDays(4))),
            Optional.of("ada"));

    /** An empty store. */
    protected abstract QueueStore store();

    @Test
    void anEmptyStoreHoldsNothing() {
        assertThat(store().load()).isEqualTo(new QueueStore.Contents(List.of(), List.of()));
    }

    @Test
    void allOfAQueueComesBack() {
        QueueStore store = store();

        store.apply(List.of(new PutQueue(PLAIN), new PutQueue(FULL)));

        assertThat(store.load().queues()).containsExactlyInAnyOrder(PLAIN, FULL);
    }

    @Test
    void bothKindsOfPolicyForDeadLettersComeBack() {
        QueueStore store = store();
        for (RedriveAllowPolicy policy : List.of(new RedriveAllowPolicy.AllowAll(), new RedriveAllowPolicy.DenyAll())) {
            StoredQueue queue = PLAIN.with(PLAIN.attributes().withRedriveAllowPolicy(Optional.of(policy)));

            store.apply(List.of(new PutQueue(queue)));

            assertThat(store.load().queues()).containsExactly(queue);
        }
    }

    @Test
    void allOfAnIntentComesBackUntilItEnds() {
        QueueStore store = store();
        QueueIntent deletion = QueueIntent.delete(PLAIN);

        store.apply(List.of(new Begin(CREATION), new Begin(deletion)));
        assertThat(store.load().intents()).containsExactlyInAnyOrder(CREATION, deletion);
        assertThat(store.load().queues()).isEmpty();

        store.apply(List.of(new End(CREATION.name())));
        assertThat(store.load().intents()).containsExactly(deletion);
    }

    @Test
    void aPutReplacesWhatHasTheSameName() {
        QueueStore store = store();
        StoredQueue later = new StoredQueue(LETTERS, 9, QueueAttributes.defaultsOf(LETTERS));

        store.apply(List.of(new PutQueue(FULL)));
        store.apply(List.of(new PutQueue(later)));

        assertThat(store.load().queues()).containsExactly(later);
    }

    @Test
    void onlyTheVeryQueueIsDeleted() {
        QueueStore store = store();
        store.apply(List.of(new PutQueue(PLAIN)));

        store.apply(List.of(new DeleteQueue(ORDERS, 6)));
        assertThat(store.load().queues()).containsExactly(PLAIN);

        store.apply(List.of(new DeleteQueue(ORDERS, 7)));
        assertThat(store.load().queues()).isEmpty();
    }
}
