package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Party.Mailbox;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The actions on subscriptions with AWS's own SDK, on topics of SNS and of other protocols. */
@ExtendWith(SharedServer.class)
class SubscriptionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ARNS = "arn:aws:%s:us-east-1:000000000000:%s";

    private final String name = "subs-" + UUID.randomUUID();
    private final String topic = ARNS.formatted("sns", name);
    private SnsClient sns;
    private SqsClient sqs;
    private String queueUrl;

    @BeforeEach
    void connect(PacketboatServer server) {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        sqs = AwsClients.sync(SqsClient.builder(), server, "http");
        queueUrl = sqs.createQueue(create -> create.queueName(name)).queueUrl();
    }

    @AfterEach
    void clean() {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        sqs.deleteQueue(delete -> delete.queueUrl(queueUrl));
        sns.close();
        sqs.close();
    }

    private String subscribe(Map<String, String> attributes) {
        return sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(ARNS.formatted("sqs", name))
                        .attributes(attributes))
                .subscriptionArn();
    }

    private List<Subscription> ofTopic() {
        return sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions();
    }

    @Test
    void aQueueIsSubscribedFoundChangedAndUnsubscribed() {
        sns.createTopic(create -> create.name(name));

        String arn = subscribe(Map.of("RawMessageDelivery", "true"));

        assertThat(arn).startsWith(topic + ":");
        assertThat(subscribe(Map.of())).isEqualTo(arn);
        assertThat(ofTopic()).singleElement().satisfies(one -> {
            assertThat(one.subscriptionArn()).isEqualTo(arn);
            assertThat(one.endpoint()).isEqualTo(ARNS.formatted("sqs", name));
        });
        sns.setSubscriptionAttributes(set ->
                set.subscriptionArn(arn).attributeName("FilterPolicy").attributeValue("{\"colour\": [\"red\"]}"));
        assertThat(sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn))
                        .attributes())
                .containsEntry("RawMessageDelivery", "true")
                .containsEntry("FilterPolicy", "{\"colour\": [\"red\"]}")
                .containsEntry("PendingConfirmation", "false");
        sns.unsubscribe(end -> end.subscriptionArn(arn));
        sns.unsubscribe(end -> end.subscriptionArn(arn));
        assertThat(ofTopic()).isEmpty();
        assertThat(sns.getTopicAttributes(get -> get.topicArn(topic)).attributes())
                .containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("SubscriptionsDeleted", "1");
        assertThatThrownBy(() -> sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCannotBeIsTold() {
        sns.createTopic(create -> create.name(name));

        assertThatThrownBy(() -> subscribe(Map.of("FilterPolicy", "{\"colour\": \"red\"}")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("sms").endpoint("+491701234567")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.subscribe(subscribe ->
                        subscribe.topicArn(topic).protocol("sqs").endpoint(ARNS.formatted("sqs", name + "-missing"))))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.confirmSubscription(
                        confirm -> confirm.topicArn(topic).token("guess")))
                .isInstanceOf(InvalidParameterException.class);
        assertThat(ofTopic()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aTopicThatAProtocolMadeCanBeSubscribedAndIsListedFromThenOn(Protocol protocol, PacketboatServer server)
            throws Exception {
        try (Party party = protocol.open(server, Transport.PLAIN)) {
            Mailbox subscriber = party.consume(Destination.topic(name));
            assertThat(listed()).doesNotContain(topic);

            subscribe(Map.of());

            assertThat(listed()).contains(topic);
            party.send(Destination.topic(name), Letter.text("still published"));
            assertThat(subscriber.next(SOON).body().bytes()).asString().isEqualTo("still published");
        }
    }

    private List<String> listed() {
        return sns.listTopicsPaginator().topics().stream().map(Topic::topicArn).toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aTopicAndAQueueOfOneNameShareNothing(Protocol protocol, PacketboatServer server) throws Exception {
        sns.createTopic(create -> create.name(name));
        String other =
                sqs.createQueue(create -> create.queueName(name + "-other")).queueUrl();
        sns.subscribe(subscribe -> subscribe
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(ARNS.formatted("sqs", name + "-other"))
                .attributes(Map.of("RawMessageDelivery", "true")));
        try (Party party = protocol.open(server, Transport.PLAIN)) {
            Mailbox subscriber = party.consume(Destination.topic(name));
            sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody("for the queue by SQS"));
            if (protocol.hasQueues()) {
                party.send(Destination.queue(name), Letter.text("for the queue"));
            }
            party.send(Destination.topic(name), Letter.text("for the topic"));
            assertThat(subscriber.next(SOON).body().bytes()).asString().isEqualTo("for the topic");
            sns.publish(publish -> publish.topicArn(topic).message("for the topic by SNS"));
            assertThat(subscriber.next(SOON).body().bytes()).asString().isEqualTo("for the topic by SNS");
            subscriber.close();
        }
        assertThat(received(other, 2)).containsExactlyInAnyOrder("for the topic", "for the topic by SNS");

        sns.deleteTopic(delete -> delete.topicArn(topic));

        Set<String> ofTheQueue =
                protocol.hasQueues() ? Set.of("for the queue by SQS", "for the queue") : Set.of("for the queue by SQS");
        assertThat(received(queueUrl, ofTheQueue.size())).containsExactlyInAnyOrderElementsOf(ofTheQueue);
        sqs.deleteQueue(delete -> delete.queueUrl(other));
    }

    /** The bodies that come until there are so many, and all that come with them. */
    private List<String> received(String url, int count) {
        List<String> bodies = new ArrayList<>();
        for (int polls = 0; polls < 6 && bodies.size() < count; polls++) {
            sqs.receiveMessage(
                            receive -> receive.queueUrl(url).waitTimeSeconds(20).maxNumberOfMessages(10))
                    .messages()
                    .forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }
}
