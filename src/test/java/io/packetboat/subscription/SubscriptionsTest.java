package io.packetboat.subscription;

import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.callerOf;
import static io.packetboat.subscription.TestingSubscriptions.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterScope;
import io.packetboat.filter.InvalidFilterPolicy;
import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.subscription.SubscriptionAttributeChange.DeadLetters;
import io.packetboat.subscription.SubscriptionAttributeChange.Filter;
import io.packetboat.subscription.SubscriptionAttributeChange.RawDelivery;
import io.packetboat.subscription.SubscriptionAttributeChange.Scope;
import io.packetboat.topic.InMemoryTopicStore;
import io.packetboat.topic.TopicNotFound;
import io.packetboat.topic.TopicTags;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsTest {
    private static final TopicName PRICES = new TopicName("prices");
    private static final SubscriptionLimits SMALL = new SubscriptionLimits(3, 1, 1, FilterLimits.AWS);
    private static final Filter RED = new Filter(Optional.of("{\"colour\": [\"red\"]}"));
    private static final Endpoint MAIL = Endpoint.of("email", "ada@example.org");

    @TempDir
    Path folder;

    private final InMemorySubscriptionStore store = new InMemorySubscriptionStore();
    private final InMemoryTopicStore topicStore = new InMemoryTopicStore(store::forgetTopic);
    private TestingSubscriptions running;

    @BeforeEach
    void start() {
        running = TestingSubscriptions.started(folder, store, topicStore, SMALL);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Endpoint queue(String name) {
        return new Endpoint.QueueEndpoint(running.queue(name));
    }

    private Subscription subscribe(Endpoint endpoint, SubscriptionAttributeChange... terms) {
        return running.subscriptions.subscribe(NODE, PRICES, endpoint, List.of(terms));
    }

    private void topic() {
        running.topics.definitions.create(NODE, PRICES, List.of(), TopicTags.NONE);
    }

    @Test
    void aQueueIsSubscribedAtOnceAndItsTopicsMessagesAreKept() {
        topic();

        Subscription subscription = subscribe(queue("orders"));

        assertThat(subscription.isConfirmed()).isTrue();
        assertThat(running.told).containsExactly("begin prices");
        assertThat(running.subscriptions.describeTopic(NODE, PRICES).counts())
                .isEqualTo(new SubscriptionCounts(1, 0, 0));
    }

    @Test
    void anAddressThatAProtocolMadeIsDefinedByItsFirstSubscription() {
        running.topics.topics.create(NODE, PRICES);

        subscribe(queue("orders"));

        assertThat(running.topics.memory.definitionOf(PRICES).defined()).isTrue();
        assertThatThrownBy(() -> running.subscriptions.subscribe(NODE, new TopicName("none"), MAIL, List.of()))
                .isInstanceOf(TopicNotFound.class);
    }

    @Test
    void subscribingAgainFindsTheSubscriptionUnlessTheTermsDiffer() {
        topic();
        Endpoint queue = queue("orders");
        Subscription first = subscribe(queue, new RawDelivery(true));

        assertThat(subscribe(queue)).isEqualTo(first);
        assertThat(subscribe(queue, new RawDelivery(true))).isEqualTo(first);
        assertThatThrownBy(() -> subscribe(queue, new RawDelivery(false)))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessage(
                        "Invalid parameter: Attributes Reason: Subscription already exists with different attributes");
    }

    @Test
    void subscribedTopicsAreToldOfAgainAfterARestart() {
        topic();
        subscribe(queue("orders"));
        running.close();

        start();

        assertThat(running.told).containsExactly("begin prices");
        assertThat(running.subscribers.count(PRICES)).isEqualTo(1);
    }

    @Test
    void aSubscriptionWhoseStoreFailedIsNotThere() {
        topic();
        Endpoint queue = queue("orders");
        store.failing(true);

        assertThatThrownBy(() -> subscribe(queue)).isInstanceOf(PacketboatException.class);

        store.failing(false);
        assertThat(running.subscribers.count(PRICES)).isZero();
        assertThat(running.told).isEmpty();
    }

    @Test
    void theLastSubscriptionsEndIsTold() {
        topic();
        Subscription one = subscribe(queue("one"));
        Subscription two = subscribe(queue("two"));

        running.subscriptions.end(NODE, one.id());
        assertThat(running.told).doesNotContain("end prices");
        running.subscriptions.end(NODE, two.id());
        running.subscriptions.end(NODE, two.id());

        assertThat(running.told).endsWith("end prices", "drop two");
        assertThat(running.subscriptions.describeTopic(NODE, PRICES).counts())
                .isEqualTo(new SubscriptionCounts(0, 0, 2));
    }

    @Test
    void aDeletedTopicTakesItsSubscriptionsWithIt() {
        topic();
        Subscription subscription = subscribe(queue("orders"));

        running.topics.definitions.delete(NODE, PRICES);
        topic();

        assertThat(store.find(subscription.id())).isEmpty();
        assertThat(running.subscribers.count(PRICES)).isZero();
    }

    @Test
    void aMailAddressHasToConfirmWithItsToken() {
        topic();
        Subscription pending = subscribe(MAIL);
        assertThat(pending.isConfirmed()).isFalse();
        assertThat(running.told).containsExactly("ask ada@example.org");

        assertThatThrownBy(() -> running.subscriptions.confirmByLink(NODE, PRICES, "guess"))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessage("Invalid parameter: Token");
        Subscription confirmed = running.subscriptions.confirmByLink(NODE, PRICES, running.lastToken());

        assertThat(confirmed.id()).isEqualTo(pending.id());
        assertThat(confirmed.isConfirmedByUser()).isFalse();
        assertThat(running.told).endsWith("begin prices");
        assertThat(running.subscriptions.confirm(NODE, PRICES, running.lastToken(), true))
                .isEqualTo(confirmed);
    }

    @Test
    void aTokenExpiresAfterTwoDaysAndThePendingSubscriptionIsForgotten() {
        topic();
        Subscription pending = subscribe(MAIL);
        String token = running.lastToken();
        running.topics.identity.clock.advance(Duration.ofDays(2).plusMillis(1));

        assertThatThrownBy(() -> running.subscriptions.confirmByLink(NODE, PRICES, token))
                .isInstanceOf(SubscriptionRefused.class);
        subscribe(Endpoint.of("email", "bob@example.org"));

        assertThat(store.find(pending.id())).isEmpty();
    }

    @Test
    void aPendingSubscriptionIsForgottenInTimeAlsoWhenNobodySubscribes() {
        topic();
        Subscription pending = subscribe(MAIL);
        running.topics.identity.clock.advance(Duration.ofDays(2).minusMillis(1));
        running.directory.forgetExpired();
        assertThat(store.find(pending.id())).isPresent();

        running.topics.identity.clock.advance(Duration.ofMillis(2));
        running.directory.forgetExpired();

        assertThat(store.find(pending.id())).isEmpty();
        assertThat(running.told).endsWith("drop ada@example.org");
    }

    @Test
    void whoeverWasUnsubscribedIsToldAndCanHaveTheSubscriptionBackForTwoDays() {
        topic();
        subscribe(MAIL);
        Subscription former = running.subscriptions.confirmByLink(NODE, PRICES, running.lastToken());

        running.subscriptions.end(NODE, former.id());
        assertThat(running.told).endsWith("end prices", "tell ada@example.org");
        assertThat(store.find(former.id())).isEmpty();
        String token = running.lastToken();
        Subscription again = running.subscriptions.confirmByLink(NODE, PRICES, token);

        assertThat(again.isConfirmed()).isTrue();
        assertThat(again.id()).isNotEqualTo(former.id());
        assertThat(again.endpoint()).isEqualTo(MAIL);
        assertThat(running.subscribers.count(PRICES)).isEqualTo(1);
        assertThat(running.subscriptions.confirmByLink(NODE, PRICES, token)).isEqualTo(again);
        running.topics.identity.clock.advance(Duration.ofDays(2).plusMillis(1));
        assertThatThrownBy(() -> running.subscriptions.confirmByLink(NODE, PRICES, token))
                .isInstanceOf(SubscriptionRefused.class);
    }

    @Test
    void onlyWhatALinkConfirmedEndsByALink() {
        topic();
        Caller stranger = callerOf("nobody");
        Subscription queue = subscribe(queue("orders"));
        subscribe(MAIL);
        Subscription mail = running.subscriptions.confirmByLink(stranger, PRICES, running.lastToken());

        assertThatThrownBy(() -> running.subscriptions.endByLink(stranger, queue.id()))
                .isInstanceOf(AccessDenied.class);
        running.subscriptions.endByLink(stranger, mail.id());

        assertThat(store.find(mail.id())).isEmpty();
        assertThat(store.find(queue.id())).isPresent();
    }

    @Test
    void whoeverFollowsALinkHasNoOtherRightsThere() {
        topic();
        running.topics.identity.userWith("mallory", allow("sns:*", "*"));
        Subscription queue = subscribe(queue("orders"));

        assertThatThrownBy(() -> running.subscriptions.endByLink(callerOf("mallory"), queue.id()))
                .isInstanceOf(AccessDenied.class);

        assertThat(store.find(queue.id())).isPresent();
    }

    @Test
    void nobodySubscribesAQueueThatHeCouldNotSendTo() {
        topic();
        Endpoint orders = queue("orders");
        running.topics.identity.userWith("ada", allow("sns:*", "*"));
        running.topics.identity.userWith("bob", allow("sns:*", "*") + ", " + allow("sqs:SendMessage", "*"));

        assertThatThrownBy(() -> running.subscriptions.subscribe(callerOf("ada"), PRICES, orders, List.of()))
                .isInstanceOf(AccessDenied.class);
        Subscription subscription = running.subscriptions.subscribe(callerOf("bob"), PRICES, orders, List.of());

        assertThat(subscription.owner().value()).isEqualTo("bob");
        assertThatThrownBy(() -> running.subscriptions.end(callerOf("eve"), subscription.id()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> running.subscriptions.list(callerOf("eve"), PageRequest.first(1)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aQueueWhosePolicyLetsTheTopicInCanBeSubscribedWithoutTheRightToSend() {
        topic();
        Endpoint orders = queue("orders");
        running.topics.identity.userWith("ada", allow("sns:*", "*"));
        letIn("arn:aws:sns:us-east-1:000000000000:other");
        assertThatThrownBy(() -> running.subscriptions.subscribe(callerOf("ada"), PRICES, orders, List.of()))
                .isInstanceOf(AccessDenied.class);

        letIn("arn:aws:sns:us-east-1:000000000000:prices");

        assertThat(running.subscriptions
                        .subscribe(callerOf("ada"), PRICES, orders, List.of())
                        .isConfirmed())
                .isTrue();
    }

    /** As Terraform and CDK write it on a queue that is subscribed to a topic. */
    private void letIn(String topic) {
        running.topics.identity.directory.putResourcePolicy(
                Arn.parse("arn:aws:sqs:us-east-1:000000000000:orders"),
                Optional.of(ResourcePolicy.parse("""
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage",
                         "Resource": "*", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}}""".formatted(topic))));
    }

    @Test
    void theUserWhoSubscribedMayEndItWithoutAnyOtherRight() {
        topic();
        running.topics.identity.userWith("bob", allow("sns:Subscribe", "*") + ", " + allow("sqs:SendMessage", "*"));
        Subscription subscription =
                running.subscriptions.subscribe(callerOf("bob"), PRICES, queue("orders"), List.of());

        running.subscriptions.end(callerOf("bob"), subscription.id());

        assertThat(store.find(subscription.id())).isEmpty();
    }

    @Test
    void whatIsDeliveredNowhereIsRefused() {
        topic();

        assertThatThrownBy(() -> subscribe(Endpoint.of("sms", "+491701234567"))).isInstanceOf(EndpointRefused.class);
        assertThatThrownBy(() -> subscribe(new Endpoint.QueueEndpoint(new QueueName("none"))))
                .isInstanceOf(EndpointRefused.class);
        assertThatThrownBy(() -> subscribe(queue("orders.fifo")))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessageContaining("FIFO SQS Queues can not be subscribed to standard SNS topics");
        assertThatThrownBy(() -> subscribe(MAIL, new RawDelivery(true)))
                .isInstanceOf(SubscriptionRefused.class)
                .hasMessageContaining("does not support raw message delivery");
        assertThatThrownBy(() -> subscribe(MAIL, new DeadLetters(Optional.of(new QueueName("none")))))
                .isInstanceOf(SubscriptionRefused.class);
    }

    @Test
    void limitsHold() {
        topic();
        subscribe(queue("one"), RED);

        assertThatThrownBy(() -> subscribe(queue("two"), RED)).isInstanceOf(FilterPolicyLimitReached.class);
        subscribe(queue("two"));
        subscribe(queue("three"));
        assertThatThrownBy(() -> subscribe(queue("four"))).isInstanceOf(SubscriptionLimitReached.class);
    }

    @Test
    void scopeAndPolicyAreJudgedTogether() {
        topic();
        Filter nested = new Filter(Optional.of("{\"a\": {\"b\": [\"red\"]}}"));
        Subscription subscription = subscribe(queue("one"), nested, new Scope(FilterScope.MESSAGE_BODY));

        assertThatThrownBy(() -> running.subscriptions.change(
                        NODE, subscription.id(), List.of(new Scope(FilterScope.MESSAGE_ATTRIBUTES))))
                .isInstanceOf(InvalidFilterPolicy.class);
        running.subscriptions.change(
                NODE,
                subscription.id(),
                List.of(new Filter(Optional.empty()), new Scope(FilterScope.MESSAGE_ATTRIBUTES)));

        SubscriptionAttributes now = running.subscriptions
                .describe(NODE, subscription.id())
                .subscription()
                .attributes();
        assertThat(now.filter()).isEmpty();
        assertThat(now.filterScope()).isEqualTo(FilterScope.MESSAGE_ATTRIBUTES);
    }
}
