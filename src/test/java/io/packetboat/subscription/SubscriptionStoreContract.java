package io.packetboat.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterScope;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.Subscription.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions must do. */
public abstract class SubscriptionStoreContract {
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final TopicName PRICES = new TopicName("prices");
    private static final TopicName NEWS = new TopicName("news");
    private static final SubscriptionFilter RED = filter("{\"colour\": [\"red\"]}");
    private static final SubscriptionFilter RED_AGAIN = filter("{\"colour\":[\"red\"]}");
    private static final SubscriptionFilter BLUE = filter("{\"colour\": [\"blue\"]}");
    private static final Subscription PLAIN = queue(PRICES, "orders", Optional.empty());
    private static final Subscription FULL = new Subscription(
            SubscriptionId.random(),
            PRICES,
            Endpoint.of("https", "https://example.org/a?b=ü c".replace(" ", "%20")),
            new UserName("ada"),
            Confirmation.BY_LINK,
            new SubscriptionAttributes(
                    true,
                    FilterScope.MESSAGE_BODY,
                    Optional.of(SubscriptionFilter.parse(
                            "{\"größe\": [{\"prefix\": \"7\\\"\"}]}", FilterScope.MESSAGE_BODY, FilterLimits.AWS)),
                    Optional.of(DeliveryPolicy.ofSubscription("{\"throttlePolicy\": {\"maxReceivesPerSecond\": 7}}")),
                    Optional.of(new QueueName("letters"))),
            THEN);

    /** An empty store. */
    protected abstract SubscriptionStore store();

    private static SubscriptionFilter filter(String text) {
        return SubscriptionFilter.parse(text, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS);
    }

    private static Subscription queue(TopicName topic, String queue, Optional<SubscriptionFilter> filter) {
        return new Subscription(
                SubscriptionId.random(),
                topic,
                Endpoint.of("sqs", queue),
                new UserName("ada"),
                Confirmation.LOCKED,
                SubscriptionAttributes.DEFAULTS.withFilter(FilterScope.MESSAGE_ATTRIBUTES, filter),
                THEN);
    }

    private static Subscription pending(String address, Instant created) {
        return new Subscription(
                SubscriptionId.random(),
                PRICES,
                Endpoint.of("email", address),
                new UserName("ada"),
                Confirmation.PENDING,
                SubscriptionAttributes.DEFAULTS,
                created);
    }

    @Test
    void anEmptyStoreHoldsNothing() {
        SubscriptionStore store = store();

        assertThat(store.list(PageRequest.first(1)).items()).isEmpty();
        assertThat(store.topics()).isEmpty();
        assertThat(store.policies(PRICES)).isEmpty();
        assertThat(store.count(PRICES)).isEqualTo(SubscriptionCounts.NONE);
        assertThat(store.count(PRICES, RED.key())).isZero();
    }

    @Test
    void allOfASubscriptionComesBack() {
        SubscriptionStore store = store();

        store.add(List.of(PLAIN, FULL));

        assertThat(store.find(FULL.id())).contains(FULL);
        assertThat(store.find(PRICES, PLAIN.endpoint())).contains(PLAIN);
        assertThat(store.find(NEWS, PLAIN.endpoint())).isEmpty();
        assertThat(store.find(PRICES, Endpoint.of("email", "orders@example.org")))
                .isEmpty();
        assertThat(store.find(SubscriptionId.random())).isEmpty();
    }

    @Test
    void pagesHoldEachSubscriptionOnce() {
        SubscriptionStore store = store();
        List<Subscription> ofPrices =
                List.of(PLAIN, FULL, queue(PRICES, "a b c", Optional.of(RED)), pending("a@example.org", THEN));
        Subscription ofNews = queue(NEWS, "orders", Optional.empty());
        store.add(ofPrices);
        store.add(List.of(ofNews));

        List<Subscription> all = new ArrayList<>(ofPrices);
        all.add(ofNews);
        assertThat(everyPage(store::list)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(everyPage(page -> store.list(PRICES, page))).containsExactlyInAnyOrderElementsOf(ofPrices);
    }

    @Test
    void aSearchFindsByProtocolAndByPartOfTheShownEndpointOverAllPages() {
        SubscriptionStore store = store();
        Subscription orders = queue(PRICES, "all-Orders", Optional.empty());
        Subscription more = queue(PRICES, "orders-too", Optional.empty());
        Subscription secret = new Subscription(
                SubscriptionId.random(),
                PRICES,
                Endpoint.of("https", "https://ada:orders@example.org/"),
                new UserName("ada"),
                Confirmation.LOCKED,
                SubscriptionAttributes.DEFAULTS,
                THEN);
        Subscription mail = pending("orders@example.org", THEN);
        store.add(List.of(
                PLAIN,
                FULL,
                orders,
                more,
                secret,
                mail,
                queue(PRICES, "returns", Optional.empty()),
                queue(NEWS, "orders", Optional.empty())));

        assertThat(found(store, Optional.empty(), "ORDERS")).containsExactlyInAnyOrder(PLAIN, orders, more, mail);
        assertThat(found(store, Optional.of("sqs"), "orders")).containsExactlyInAnyOrder(PLAIN, orders, more);
        assertThat(found(store, Optional.of("https"), "")).containsExactlyInAnyOrder(FULL, secret);
        assertThat(found(store, Optional.of("sms"), "")).isEmpty();
    }

    @Test
    void theKeyOfAPageHoldsNoPasswordOfAnEndpoint() {
        SubscriptionStore store = store();
        List<Subscription> secrets = List.of(
                webServer("https://ada:first@example.org/"), webServer("https://ada:second@example.org/"), PLAIN);
        store.add(secrets);

        List<Subscription> all = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Page<Subscription> page = store.list(PRICES, new PageRequest(after.get(), 1));
            all.addAll(page.items());
            after = page.next();
            assertThat(after.orElse("")).doesNotContain("first").doesNotContain("second");
        }

        assertThat(all).containsExactlyInAnyOrderElementsOf(secrets);
    }

    private static Subscription webServer(String url) {
        return new Subscription(
                SubscriptionId.random(),
                PRICES,
                Endpoint.of("https", url),
                new UserName("ada"),
                Confirmation.LOCKED,
                SubscriptionAttributes.DEFAULTS,
                THEN);
    }

    private static List<Subscription> found(SubscriptionStore store, Optional<String> protocol, String part) {
        return everyPage(page -> store.list(PRICES, new SubscriptionSearch(protocol, part), page));
    }

    @Test
    void aSearchLooksAtABoundedNumberForEachPageAndGoesOn() {
        SubscriptionStore store = store();
        List<Subscription> many = new ArrayList<>();
        for (int i = 0; i < 10_050; i++) {
            many.add(queue(PRICES, "queue-%05d".formatted(i), Optional.empty()));
        }
        store.add(many);

        assertThat(found(store, Optional.empty(), "queue-10049")).containsExactly(many.get(10_049));
        assertThat(found(store, Optional.empty(), "queue-0000")).containsExactlyElementsOf(many.subList(0, 10));
    }

    @Test
    void confirmedSubscriptionsOfSeveralTopicsAreCountedAtOnce() {
        SubscriptionStore store = store();
        store.add(List.of(PLAIN, queue(PRICES, "red", Optional.of(RED)), pending("a@example.org", THEN)));
        store.add(List.of(queue(NEWS, "orders", Optional.empty())));

        TopicName none = new TopicName("none");
        assertThat(store.countConfirmed(List.of(PRICES, NEWS, none)))
                .containsEntry(PRICES, 2L)
                .containsEntry(NEWS, 1L)
                .satisfies(counts -> assertThat(counts.getOrDefault(none, 0L)).isZero());
        assertThat(store.countConfirmed(List.of(NEWS))).containsOnlyKeys(NEWS);
        assertThat(store.countConfirmed(List.of())).isEmpty();
    }

    private static List<Subscription> everyPage(Function<PageRequest, Page<Subscription>> list) {
        List<Subscription> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Page<Subscription> page = list.apply(new PageRequest(next.get(), 2));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }

    @Test
    void confirmedSubscriptionsAreFoundByTheirPolicy() {
        SubscriptionStore store = store();
        List<Subscription> red = List.of(
                queue(PRICES, "a", Optional.of(RED)),
                queue(PRICES, "b", Optional.of(RED_AGAIN)),
                queue(PRICES, "c", Optional.of(RED)));
        store.add(red);
        store.add(List.of(PLAIN, queue(PRICES, "d", Optional.of(BLUE)), pending("a@example.org", THEN)));
        store.add(List.of(queue(NEWS, "a", Optional.of(RED))));

        assertThat(everyPage(page -> store.listWith(PRICES, Optional.of(RED.key()), page)))
                .containsExactlyInAnyOrderElementsOf(red);
        assertThat(everyPage(page -> store.listWith(PRICES, Optional.empty(), page)))
                .containsExactly(PLAIN);
        assertThat(store.count(PRICES, RED.key())).isEqualTo(3);
        assertThat(store.count(PRICES, BLUE.key())).isEqualTo(1);
    }

    @Test
    void eachDistinctPolicyIsToldOnceWithItsNumber() {
        SubscriptionStore store = store();
        store.add(List.of(
                PLAIN,
                queue(PRICES, "a", Optional.of(RED)),
                queue(PRICES, "b", Optional.of(RED_AGAIN)),
                pending("a@example.org", THEN)));

        List<PolicyUse> uses = store.policies(PRICES);

        assertThat(uses).hasSize(2);
        assertThat(uses).contains(new PolicyUse(Optional.empty(), 1));
        assertThat(uses).filteredOn(use -> use.filter().isPresent()).allSatisfy(use -> {
            assertThat(use.subscriptions()).isEqualTo(2);
            assertThat(use.filter().orElseThrow().key()).isEqualTo(RED.key());
        });
        assertThat(store.topics()).containsExactly(PRICES);
    }

    @Test
    void aChangedPolicyIsCountedAnew() {
        SubscriptionStore store = store();
        Subscription red = queue(PRICES, "a", Optional.of(RED));
        store.add(List.of(red));

        Subscription blue = red.with(red.attributes().withFilter(FilterScope.MESSAGE_ATTRIBUTES, Optional.of(BLUE)));
        store.put(blue);

        assertThat(store.find(red.id())).contains(blue);
        assertThat(store.policies(PRICES)).containsExactly(new PolicyUse(Optional.of(BLUE), 1));
        assertThat(store.count(PRICES, RED.key())).isZero();
    }

    @Test
    void aPendingSubscriptionCountsOnceItIsConfirmed() {
        SubscriptionStore store = store();
        Subscription pending = pending("a@example.org", THEN);
        store.add(List.of(pending));
        assertThat(store.count(PRICES)).isEqualTo(new SubscriptionCounts(0, 1, 0));
        assertThat(store.topics()).isEmpty();

        store.put(pending.confirmed(Confirmation.BY_LINK));

        assertThat(store.count(PRICES)).isEqualTo(new SubscriptionCounts(1, 0, 0));
        assertThat(store.topics()).containsExactly(PRICES);
    }

    @Test
    void aDeletedSubscriptionLeavesNothingBehind() {
        SubscriptionStore store = store();
        Subscription red = queue(PRICES, "a", Optional.of(RED));
        store.add(List.of(red, PLAIN));

        store.delete(red.id());
        store.delete(red.id());
        store.put(red);

        assertThat(store.find(red.id())).isEmpty();
        assertThat(store.policies(PRICES)).containsExactly(new PolicyUse(Optional.empty(), 1));
        assertThat(store.count(PRICES).confirmed()).isEqualTo(1);
    }

    @Test
    void aTokenLeadsToItsSubscriptionUntilItExpires() {
        SubscriptionStore store = store();
        Subscription pending = pending("a@example.org", THEN);
        store.add(List.of(pending));

        store.addToken("hash", pending.id(), THEN.plusSeconds(10));

        assertThat(store.findByToken("hash", THEN.plusSeconds(9))).contains(pending);
        assertThat(store.findByToken("hash", THEN.plusSeconds(10))).isEmpty();
        assertThat(store.findByToken("other", THEN)).isEmpty();
        store.delete(pending.id());
        assertThat(store.findByToken("hash", THEN)).isEmpty();
    }

    @Test
    void anEndedSubscriptionIsRememberedUntilItExpires() {
        SubscriptionStore store = store();
        store.add(List.of(PLAIN, FULL));

        store.end(FULL.id(), "hash", THEN.plusSeconds(10));

        assertThat(everyPage(store::list)).containsExactly(PLAIN);
        assertThat(store.findEnded(FULL.id(), THEN.plusSeconds(9))).contains(FULL);
        assertThat(store.findEndedByToken("hash", THEN.plusSeconds(9))).contains(FULL);
        assertThat(store.findEnded(PLAIN.id(), THEN)).isEmpty();
        assertThat(store.findEndedByToken("other", THEN)).isEmpty();
        assertThat(store.findEnded(FULL.id(), THEN.plusSeconds(10))).isEmpty();
        assertThat(store.findEndedByToken("hash", THEN.plusSeconds(10))).isEmpty();
        assertThat(store.forgetPending(THEN, THEN.plusSeconds(10))).isEmpty();
        assertThat(store.findEnded(FULL.id(), THEN)).isEmpty();
    }

    @Test
    void onlyOldPendingSubscriptionsAreForgotten() {
        SubscriptionStore store = store();
        Subscription old = pending("old@example.org", THEN);
        Subscription recent = pending("recent@example.org", THEN.plus(Duration.ofDays(1)));
        store.add(List.of(PLAIN, old, recent));
        store.addToken("hash", recent.id(), THEN.plusSeconds(10));

        List<Subscription> forgotten = store.forgetPending(THEN.plusSeconds(1), THEN.plusSeconds(10));

        assertThat(forgotten).containsExactly(old);
        assertThat(everyPage(store::list)).containsExactlyInAnyOrder(PLAIN, recent);
        assertThat(store.findByToken("hash", THEN)).isEmpty();
    }
}
