package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.sns.Webhooks.Post;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Web servers that are subscribed, the good ones and the bad ones. */
@ExtendWith(SharedServer.class)
class HttpPushIT {
    /** Five retries, a second apart. */
    private static final String QUICK_RETRIES =
            "{\"healthyRetryPolicy\":{\"minDelayTarget\":1,\"maxDelayTarget\":1,\"numRetries\":5}}";

    private final String name = "it-" + UUID.randomUUID();
    private final Webhooks hooks = new Webhooks();
    private SnsClient sns;
    private SqsClient sqs;
    private String topic;

    @BeforeEach
    void open(PacketboatServer server) {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        sqs = AwsClients.sync(SqsClient.builder(), server, "http");
        topic = sns.createTopic(create -> create.name(name)).topicArn();
    }

    @AfterEach
    void close() {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        hooks.close();
        sns.close();
        sqs.close();
    }

    /** Returns the question whether the endpoint wants it. */
    private Post ask(String path, Map<String, String> attributes) {
        sns.subscribe(subscribe -> subscribe
                .topicArn(topic)
                .protocol("http")
                .endpoint(hooks.url(path))
                .attributes(attributes));
        await().until(() -> !hooks.posts(path).isEmpty());
        return hooks.posts(path).get(0);
    }

    /** Subscribes, confirms as the server behind an endpoint does, and returns the ARN. */
    private String subscribe(String path, Map<String, String> attributes) {
        JsonObject question = Envelopes.read(ask(path, attributes).body());
        return sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(question.getString("Token")))
                .subscriptionArn();
    }

    private void publish(String message) {
        sns.publish(publish -> publish.topicArn(topic).subject("News").message(message));
    }

    private Post next(String path) {
        await().until(() -> !hooks.notifications(path).isEmpty());
        return hooks.notifications(path).get(0);
    }

    private List<String> answers(String path) {
        return hooks.notifications(path).stream().map(Post::answer).toList();
    }

    @Test
    void aServerIsAskedAndConfirmsByTheLink() {
        Post question = ask("/in", Map.of());

        JsonObject asked = Envelopes.read(question.body());
        assertThat(question.headers())
                .containsEntry("x-amz-sns-message-type", "SubscriptionConfirmation")
                .containsEntry("x-amz-sns-message-id", asked.getString("MessageId"))
                .containsEntry("x-amz-sns-topic-arn", topic)
                .containsEntry("content-type", "text/plain; charset=UTF-8")
                .containsEntry("user-agent", "Amazon Simple Notification Service Agent")
                .doesNotContainKey("x-amz-sns-subscription-arn");
        assertThat(asked.getString("Message")).startsWith("You have chosen to subscribe to the topic " + topic + ".\n");
        assertThat(Envelopes.isSigned(asked)).isTrue();
        assertThat(ofTopic())
                .singleElement()
                .satisfies(pending -> assertThat(pending.subscriptionArn()).isEqualTo("PendingConfirmation"));

        assertThat(Envelopes.visit(asked.getString("SubscribeURL")).statusCode())
                .isEqualTo(200);
        assertThat(ofTopic())
                .singleElement()
                .satisfies(confirmed -> assertThat(confirmed.subscriptionArn()).startsWith(topic + ":"));
    }

    @Test
    void aNotificationSaysWhatItIsAndIsSigned() {
        String subscription = subscribe("/in", Map.of());

        publish("Grüße");

        Post post = next("/in");
        JsonObject envelope = Envelopes.read(post.body());
        assertThat(post.headers())
                .containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("x-amz-sns-message-id", envelope.getString("MessageId"))
                .containsEntry("x-amz-sns-topic-arn", topic)
                .containsEntry("x-amz-sns-subscription-arn", subscription)
                .doesNotContainKey("x-amz-sns-rawdelivery");
        assertThat(envelope.getString("Message")).isEqualTo("Grüße");
        assertThat(envelope.getString("Subject")).isEqualTo("News");
        assertThat(envelope.getString("SignatureVersion")).isEqualTo("1");
        assertThat(Envelopes.isSigned(envelope)).isTrue();
    }

    @Test
    void whoLeavesByTheLinkIsToldAndMayComeBack() {
        JsonObject question = Envelopes.read(ask("/in", Map.of()).body());
        Envelopes.visit(question.getString("SubscribeURL"));
        String subscription = ofTopic().get(0).subscriptionArn();
        publish("hello");
        JsonObject envelope = Envelopes.read(next("/in").body());

        assertThat(Envelopes.visit(envelope.getString("UnsubscribeURL")).statusCode())
                .isEqualTo(200);
        assertThat(ofTopic()).isEmpty();

        await().until(() -> farewell("/in").isPresent());
        Post farewell = farewell("/in").orElseThrow();
        JsonObject told = Envelopes.read(farewell.body());
        assertThat(farewell.headers()).containsEntry("x-amz-sns-subscription-arn", subscription);
        assertThat(told.getString("Message")).startsWith("You have chosen to deactivate subscription " + subscription);
        assertThat(Envelopes.isSigned(told)).isTrue();
        assertThat(Envelopes.visit(told.getString("SubscribeURL")).statusCode()).isEqualTo(200);
        assertThat(ofTopic()).hasSize(1);
        publish("back again");
        await().until(() ->
                hooks.notifications("/in").stream().anyMatch(post -> post.body().contains("back again")));
    }

    private Optional<Post> farewell(String path) {
        return hooks.posts(path).stream()
                .filter(post -> post.type().equals("UnsubscribeConfirmation"))
                .findFirst();
    }

    private List<Subscription> ofTopic() {
        return sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions();
    }

    @Test
    void aTopicMayWantTheSecondVersionOfSignatures() {
        sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("SignatureVersion").attributeValue("2"));
        subscribe("/in", Map.of());

        publish("signed anew");

        JsonObject envelope = Envelopes.read(next("/in").body());
        assertThat(envelope.getString("SignatureVersion")).isEqualTo("2");
        assertThat(Envelopes.isSigned(envelope)).isTrue();
    }

    @Test
    void rawDeliveryIsTheMessageAloneAndTheTypeOfItsContentCanBeChosen() {
        subscribe(
                "/raw",
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "DeliveryPolicy",
                        "{\"requestPolicy\":{\"headerContentType\":\"application/json\"}}"));

        publish("{\"price\": 42}");

        Post post = next("/raw");
        assertThat(post.body()).isEqualTo("{\"price\": 42}");
        assertThat(post.headers())
                .containsEntry("x-amz-sns-rawdelivery", "true")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void whoWillTakeItLaterGetsItLater() {
        List<String> troubles = List.of("500", "503", "429", "close", "reset", "garbage", "silent");
        hooks.answer("/good");
        subscribe("/good", Map.of());
        for (String trouble : troubles) {
            String path = "/" + trouble;
            hooks.answer(path, trouble);
            subscribe(path, Map.of("DeliveryPolicy", QUICK_RETRIES));
        }
        hooks.answer("/slow-body", "slow-body");
        subscribe("/slow-body", Map.of("DeliveryPolicy", QUICK_RETRIES));

        publish("patience");

        await().until(() -> !hooks.notifications("/good").isEmpty());
        for (String trouble : troubles) {
            await().until(() -> answers("/" + trouble).contains("200"));
            assertThat(answers("/" + trouble)).startsWith(trouble);
        }
        assertThat(hooks.notifications("/silent").stream()
                        .map(post -> post.headers().get("x-amz-sns-message-id")))
                .containsOnly(next("/good").headers().get("x-amz-sns-message-id"));
        assertThat(answers("/slow-body")).containsExactly("slow-body");
    }

    @Test
    void whatIsRefusedForGoodGoesToTheDeadLetterQueueAtOnceAndWhatFailsTooOftenInTheEnd() {
        String queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        String arn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String once = QUICK_RETRIES.replace("\"numRetries\":5", "\"numRetries\":1");
        for (String answer : List.of("403", "404", "redirect", "500")) {
            hooks.answerEach("/" + answer, any -> answer);
            subscribe(
                    "/" + answer,
                    Map.of("DeliveryPolicy", once, "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + arn + "\"}"));
        }

        publish("lost and found");

        List<Message> letters = new ArrayList<>();
        await().until(() -> {
            letters.addAll(sqs.receiveMessage(receive -> receive.queueUrl(queue)
                            .waitTimeSeconds(5)
                            .visibilityTimeout(600)
                            .maxNumberOfMessages(10))
                    .messages());
            return letters.size() >= 4;
        });
        assertThat(letters)
                .hasSize(4)
                .allSatisfy(letter -> assertThat(Envelopes.read(letter.body()).getString("Message"))
                        .isEqualTo("lost and found"));
        assertThat(answers("/500")).containsExactly("500", "500");
        assertThat(hooks.posts("/elsewhere")).isEmpty();
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }

    @Test
    void messagesWaitForAnEndpointThatIsThrottled() {
        subscribe("/slow", Map.of("DeliveryPolicy", "{\"throttlePolicy\":{\"maxReceivesPerSecond\":5}}"));
        List<String> wanted = IntStream.range(0, 12).mapToObj(i -> "m" + i).toList();

        wanted.forEach(this::publish);

        await().untilAsserted(() -> assertThat(hooks.notifications("/slow").stream()
                        .map(post -> Envelopes.read(post.body()).getString("Message")))
                .containsAll(wanted));
    }

    @Test
    void onlyAUserEndsASubscriptionThatAUserLocked() {
        JsonObject question = Envelopes.read(ask("/locked", Map.of()).body());
        String subscription = sns.confirmSubscription(confirm -> confirm.topicArn(topic)
                        .token(question.getString("Token"))
                        .authenticateOnUnsubscribe("true"))
                .subscriptionArn();
        publish("stay");
        String link = Envelopes.read(next("/locked").body()).getString("UnsubscribeURL");

        assertThat(Envelopes.visit(link).statusCode()).isEqualTo(403);
        assertThat(sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscription))
                        .attributes())
                .containsEntry("ConfirmationWasAuthenticated", "true");
        sns.unsubscribe(end -> end.subscriptionArn(subscription));
        assertThat(ofTopic()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://0.0.0.0:4566/"
            })
    void noAddressOfTheCloudsOwnIsSubscribed(String endpoint) {
        assertThatThrownBy(() -> sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(endpoint)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Endpoint");
    }
}
