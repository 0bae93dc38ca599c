package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

/** The documented errors of SNS's actions, as the AWS SDK makes exceptions of them. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsIT {
    private static final String NO_SUBSCRIPTION = ":00000000-0000-0000-0000-000000000000";

    private final String name = "errors-" + UUID.randomUUID();
    private final String user = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
    private SnsClient sns;
    private SnsClient nobody;
    private String topic;

    /** Each action, asked rightly of a topic, and what it says when that is not there. */
    enum Action {
        ADD_PERMISSION(
                NotFoundException.class,
                (sns, topic) -> sns.addPermission(add -> add.topicArn(topic)
                        .label("l")
                        .awsAccountIds("111122223333")
                        .actionNames("Publish"))),
        CONFIRM_SUBSCRIPTION(
                NotFoundException.class,
                (sns, topic) -> sns.confirmSubscription(
                        confirm -> confirm.topicArn(topic).token("a".repeat(128)))),
        CREATE_TOPIC((sns, topic) -> sns.createTopic(create -> create.name("errors-other"))),
        DELETE_TOPIC((sns, topic) -> sns.deleteTopic(delete -> delete.topicArn(topic))),
        GET_SUBSCRIPTION_ATTRIBUTES(
                NotFoundException.class,
                (sns, topic) -> sns.getSubscriptionAttributes(get -> get.subscriptionArn(topic + NO_SUBSCRIPTION))),
        GET_TOPIC_ATTRIBUTES(
                NotFoundException.class, (sns, topic) -> sns.getTopicAttributes(get -> get.topicArn(topic))),
        LIST_SUBSCRIPTIONS((sns, topic) -> sns.listSubscriptions()),
        LIST_SUBSCRIPTIONS_BY_TOPIC(
                NotFoundException.class, (sns, topic) -> sns.listSubscriptionsByTopic(list -> list.topicArn(topic))),
        LIST_TAGS_FOR_RESOURCE(
                ResourceNotFoundException.class,
                (sns, topic) -> sns.listTagsForResource(list -> list.resourceArn(topic))),
        LIST_TOPICS((sns, topic) -> sns.listTopics()),
        PUBLISH(
                NotFoundException.class,
                (sns, topic) -> sns.publish(publish -> publish.topicArn(topic).message("m"))),
        PUBLISH_BATCH(
                NotFoundException.class,
                (sns, topic) ->
                        sns.publishBatch(batch -> batch.topicArn(topic).publishBatchRequestEntries(entry("a", "m")))),
        REMOVE_PERMISSION(
                NotFoundException.class,
                (sns, topic) ->
                        sns.removePermission(remove -> remove.topicArn(topic).label("l"))),
        SET_SUBSCRIPTION_ATTRIBUTES(
                NotFoundException.class,
                (sns, topic) -> sns.setSubscriptionAttributes(set -> set.subscriptionArn(topic + NO_SUBSCRIPTION)
                        .attributeName("RawMessageDelivery")
                        .attributeValue("true"))),
        SET_TOPIC_ATTRIBUTES(
                NotFoundException.class,
                (sns, topic) -> sns.setTopicAttributes(
                        set -> set.topicArn(topic).attributeName("DisplayName").attributeValue("d"))),
        SUBSCRIBE(
                NotFoundException.class,
                (sns, topic) -> sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("http").endpoint("http://localhost/"))),
        TAG_RESOURCE(
                ResourceNotFoundException.class,
                (sns, topic) -> sns.tagResource(tag -> tag.resourceArn(topic).tags(tag("a")))),
        UNSUBSCRIBE((sns, topic) -> sns.unsubscribe(end -> end.subscriptionArn(topic + NO_SUBSCRIPTION))),
        UNTAG_RESOURCE(
                ResourceNotFoundException.class,
                (sns, topic) ->
                        sns.untagResource(untag -> untag.resourceArn(topic).tagKeys("a")));

        private final Class<? extends SnsException> whenMissing;
        private final BiConsumer<SnsClient, String> call;

        Action(BiConsumer<SnsClient, String> call) {
            this(SnsException.class, call);
        }

        Action(Class<? extends SnsException> whenMissing, BiConsumer<SnsClient, String> call) {
            this.whenMissing = whenMissing;
            this.call = call;
        }
    }

    @BeforeAll
    void connect(PacketboatServer server) throws Exception {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        topic = sns.createTopic(create -> create.name(name)).topicArn();
        admin(
                server,
                "POST",
                "users",
                "{\"userName\": \"%s\", \"password\": \"%s\"}".formatted(user, UUID.randomUUID()));
        JsonObject key = json(admin(server, "POST", "users/" + user + "/access-keys", ""));
        nobody = AwsClients.sync(
                SnsClient.builder(),
                server,
                "http",
                AwsBasicCredentials.create(key.getString("accessKeyId"), key.getString("secretAccessKey")));
    }

    @AfterAll
    void clean(PacketboatServer server) throws Exception {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        admin(server, "DELETE", "users/" + user, "");
        sns.close();
        nobody.close();
    }

    private static String admin(PacketboatServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder()
                .encodeToString((Admin.USER + ":" + Admin.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.port(ServerPort.HTTP) + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("").build();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void noActionIsAllowedWithoutRights(Action action) {
        assertThatThrownBy(() -> action.call.accept(nobody, topic))
                .isInstanceOfSatisfying(
                        AuthorizationErrorException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(403));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATE_TOPIC", "DELETE_TOPIC", "LIST_SUBSCRIPTIONS", "LIST_TOPICS", "UNSUBSCRIBE"})
    void whatDoesNotExistIsTold(Action action) {
        assertThatThrownBy(() -> action.call.accept(sns, topic + "-missing"))
                .isInstanceOfSatisfying(
                        action.whenMissing,
                        refused -> assertThat(refused.statusCode()).isEqualTo(404));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATE_TOPIC", "LIST_SUBSCRIPTIONS", "LIST_TOPICS"})
    void anArnThatIsNoneIsTold(Action action) {
        assertThatThrownBy(() -> action.call.accept(sns, "prices")).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void wrongBatchesAreTold() {
        assertThatThrownBy(() -> publish(List.of())).isInstanceOf(EmptyBatchRequestException.class);
        assertThatThrownBy(() -> publish(List.of(entry("a b", "m")))).isInstanceOf(InvalidBatchEntryIdException.class);
        assertThatThrownBy(() -> publish(List.of(entry("a", "m"), entry("a", "n"))))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
        assertThatThrownBy(() -> publish(IntStream.range(0, 11)
                        .mapToObj(i -> entry("e" + i, "m"))
                        .toList()))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
        assertThatThrownBy(() -> publish(List.of(entry("a", "x".repeat(200_000)), entry("b", "x".repeat(200_000)))))
                .isInstanceOf(BatchRequestTooLongException.class);
    }

    private void publish(List<PublishBatchRequestEntry> entries) {
        sns.publishBatch(batch -> batch.topicArn(topic).publishBatchRequestEntries(entries));
    }

    @Test
    void wrongValuesAreTold() {
        assertThatThrownBy(() -> sns.publish(publish -> publish.topicArn(topic).message("")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.publish(publish -> publish.topicArn(topic)
                        .message("m")
                        .messageAttributes(Map.of(
                                "a",
                                MessageAttributeValue.builder()
                                        .dataType("Colour")
                                        .stringValue("red")
                                        .build()))))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> sns.tagResource(tag -> tag.resourceArn(topic)
                        .tags(IntStream.range(0, 51).mapToObj(i -> tag("k" + i)).toList())))
                .isInstanceOf(TagLimitExceededException.class);
        assertThatThrownBy(() -> sns.listTopics(list -> list.nextToken("?")))
                .isInstanceOf(InvalidParameterException.class);
    }
}
