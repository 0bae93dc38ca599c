package io.packetboat.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterScope;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.subscription.Subscription.Confirmation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SubscribersTest {
    private static final TopicName PRICES = new TopicName("prices");
    private static final TopicName NEWS = new TopicName("news");

    private final InMemorySubscriptionStore store = new InMemorySubscriptionStore();
    private final Subscribers subscribers = new Subscribers(store);

    private static Subscription subscription(TopicName topic, String queue, String colour) {
        Optional<SubscriptionFilter> filter = colour.isEmpty()
                ? Optional.empty()
                : Optional.of(SubscriptionFilter.parse(
                        "{\"colour\": [\"" + colour + "\"]}", FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS));
        return new Subscription(
                SubscriptionId.random(),
                topic,
                Endpoint.of("sqs", queue),
                new UserName("ada"),
                Confirmation.LOCKED,
                SubscriptionAttributes.DEFAULTS.withFilter(FilterScope.MESSAGE_ATTRIBUTES, filter),
                Instant.EPOCH);
    }

    private List<String> matching(TopicName topic, String colour) {
        MessageAttributes attributes = new MessageAttributes(Map.of("colour", Text.string(colour)));
        return StreamSupport.stream(
                        subscribers.matching(topic, attributes, "body").spliterator(), false)
                .map(subscription -> subscription.endpoint().target())
                .sorted()
                .toList();
    }

    @Test
    void aMessageIsForThosePoliciesThatAcceptItAndForThoseWithoutOne() {
        store.add(List.of(
                subscription(PRICES, "all", ""),
                subscription(PRICES, "red", "red"),
                subscription(PRICES, "red2", "red"),
                subscription(PRICES, "blue", "blue"),
                subscription(NEWS, "other", "")));

        assertThat(matching(PRICES, "red")).containsExactly("all", "red", "red2");
        assertThat(matching(PRICES, "green")).containsExactly("all");
        assertThat(matching(new TopicName("none"), "red")).isEmpty();
    }

    @Test
    void changesAreFollowedWithoutReadingAnew() {
        Subscription red = subscription(PRICES, "one", "red");
        store.add(List.of(red));
        assertThat(matching(PRICES, "red")).containsExactly("one");
        int before = store.reads();

        Subscription blue = red.with(subscription(PRICES, "one", "blue").attributes());
        store.put(blue);
        subscribers.changed(PRICES, Optional.of(red), Optional.of(blue));
        Subscription two = subscription(PRICES, "two", "red");
        store.add(List.of(two));
        subscribers.changed(PRICES, Optional.empty(), Optional.of(two));

        assertThat(matching(PRICES, "red")).containsExactly("two");
        assertThat(matching(PRICES, "blue")).containsExactly("one");
        assertThat(subscribers.count(PRICES)).isEqualTo(2);
        store.delete(two.id());
        subscribers.changed(PRICES, Optional.of(two), Optional.empty());
        assertThat(matching(PRICES, "red")).isEmpty();
        assertThat(store.reads()).isEqualTo(before);
    }

    @Test
    void aSubscriptionThatWasReadBeforeItIsToldOfCountsOnce() {
        Subscription red = subscription(PRICES, "one", "red");
        store.add(List.of(red));
        assertThat(subscribers.count(PRICES)).isEqualTo(1);

        subscribers.changed(PRICES, Optional.empty(), Optional.of(red));

        assertThat(subscribers.count(PRICES)).isEqualTo(1);
        assertThat(subscribers.countWithPolicy(PRICES)).isEqualTo(1);
    }

    @Test
    void subscriptionsOfALargeTopicComeFromTheStoreByTheirPolicy() {
        List<Subscription> many = new ArrayList<>();
        IntStream.range(0, Subscribers.HELD).forEach(i -> many.add(subscription(PRICES, "blue" + i, "blue")));
        many.add(subscription(PRICES, "red", "red"));
        store.add(many);

        assertThat(matching(PRICES, "red")).containsExactly("red");
        assertThat(matching(PRICES, "blue")).hasSize(Subscribers.HELD).doesNotHaveDuplicates();
    }

    @Test
    void aTopicThatGrowsLargeIsNoLongerHeld() {
        List<Subscription> many = new ArrayList<>();
        IntStream.range(0, Subscribers.HELD).forEach(i -> many.add(subscription(PRICES, "blue" + i, "blue")));
        store.add(many);
        assertThat(matching(PRICES, "blue")).hasSize(Subscribers.HELD);

        Subscription last = subscription(PRICES, "last", "blue");
        store.add(List.of(last));
        subscribers.changed(PRICES, Optional.empty(), Optional.of(last));

        assertThat(matching(PRICES, "blue")).hasSize(Subscribers.HELD + 1).contains("last");
    }

    @Test
    void theOtherTopicsAreForgottenWhenTooMuchIsHeld() {
        Subscribers few = new Subscribers(store, 3);
        store.add(List.of(
                subscription(PRICES, "one", "red"),
                subscription(NEWS, "one", "red"),
                subscription(NEWS, "two", "blue")));
        few.matching(PRICES, MessageAttributes.NONE, "");
        few.matching(NEWS, MessageAttributes.NONE, "");
        int before = store.reads();

        few.matching(NEWS, MessageAttributes.NONE, "");
        assertThat(store.reads()).isEqualTo(before);
        few.matching(PRICES, MessageAttributes.NONE, "");
        assertThat(store.reads()).isGreaterThan(before);
    }
}
