package io.packetboat.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.TopicName;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of topics must do. */
public abstract class TopicStoreContract {
    private static final TopicName PRICES = new TopicName("prices");
    private static final TopicName NEWS = new TopicName("news.fifo");
    private static final ResourcePolicy POLICY = ResourcePolicy.parse("""
            {"Version": "2012-10-17", "Statement": {"Sid": "Ümläute", "Effect": "Allow",
             "Principal": "*", "Action": "sns:*", "Resource": "*"}}""");
    private static final StoredTopic PLAIN = StoredTopic.present(PRICES, TopicAttributes.defaultsOf(PRICES));
    private static final StoredTopic FULL = new StoredTopic(
            NEWS,
            StoredTopic.State.DELETING,
            new TopicAttributes(
                    "Größe \"7\"",
                    Optional.of(POLICY),
                    Optional.of(DeliveryPolicy.ofTopic("{\"http\": {\"disableSubscriptionOverrides\": true}}")),
                    2,
                    Optional.of(new FifoTopic(
                            true,
                            FifoTopic.Scope.MESSAGE_GROUP,
                            Optional.of(new ArchivePolicy(30, Instant.ofEpochMilli(1_234_567_890_123L))))),
                    new TopicTags(Map.of("team", "Größe \"7\"", "empty", ""))));

    /** An empty store. */
    protected abstract TopicStore store();

    @Test
    void anEmptyStoreHoldsNothing() {
        assertThat(store().load()).isEmpty();
    }

    @Test
    void allOfATopicComesBack() {
        TopicStore store = store();

        store.put(PLAIN);
        store.put(FULL);

        assertThat(store.load()).containsExactlyInAnyOrder(PLAIN, FULL);
    }

    @Test
    void aPutReplacesWhatHasTheSameName() {
        TopicStore store = store();
        StoredTopic later = StoredTopic.present(NEWS, TopicAttributes.defaultsOf(NEWS));

        store.put(FULL);
        store.put(later);

        assertThat(store.load()).containsExactly(later);
    }

    @Test
    void onlyTheNamedTopicIsDeleted() {
        TopicStore store = store();
        store.put(PLAIN);
        store.put(FULL);

        store.delete(NEWS);
        store.delete(new TopicName("other"));

        assertThat(store.load()).containsExactly(PLAIN);
    }
}
