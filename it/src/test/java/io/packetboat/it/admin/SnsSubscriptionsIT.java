package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** SNS's subscriptions as operators see them. */
@ExtendWith(SharedServer.class)
class SnsSubscriptionsIT {
    private static final String ARNS = "arn:aws:%s:us-east-1:000000000000:%s";

    private final String name = "ops-" + UUID.randomUUID();
    private final String topic = ARNS.formatted("sns", name);
    private SnsClient sns;
    private SqsClient sqs;
    private Api admin;

    @BeforeEach
    void connect(PacketboatServer server) {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        sqs = AwsClients.sync(SqsClient.builder(), server, "http");
        admin = Api.asAdmin(server);
        sns.createTopic(create -> create.name(name));
    }

    @AfterEach
    void clean() {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        sns.close();
        sqs.close();
    }

    private String queue(String ending) {
        return sqs.createQueue(create -> create.queueName(name + ending)).queueUrl();
    }

    /** The subscription's id. */
    private String subscribe(String ending, Map<String, String> attributes) {
        String arn = sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(ARNS.formatted("sqs", name + ending))
                        .attributes(attributes))
                .subscriptionArn();
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private Message next(String queue) {
        for (int round = 0; round < 6; round++) {
            List<Message> messages = sqs.receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(20).messageAttributeNames("All"))
                    .messages();
            if (!messages.isEmpty()) {
                return messages.get(0);
            }
        }
        throw new AssertionError("nothing came to " + queue);
    }

    @Test
    void theyAreCountedListedInPagesAndFoundByEndpoint() {
        for (String ending : new String[] {"-a", "-b", "-c"}) {
            queue(ending);
            subscribe(ending, Map.of());
        }

        Answer first = admin.get("topics/" + name + "/sns-subscriptions?size=2");
        Answer last = admin.get("topics/" + name + "/sns-subscriptions?size=2&after="
                + first.json().getString("next").replace(" ", "%20"));

        assertThat(admin.get("topics/" + name).json().getInt("snsSubscriptions"))
                .isEqualTo(3);
        assertThat(admin.get("topics?contains=" + name)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getInt("snsSubscriptions"))
                .isEqualTo(3);
        assertThat(first.items("endpoint")).containsExactly(name + "-a", name + "-b");
        assertThat(last.items("endpoint")).containsExactly(name + "-c");
        assertThat(last.json()).doesNotContainKey("next");
        assertThat(admin.get("topics/" + name + "/sns-subscriptions?protocol=sqs&contains="
                                + name.toUpperCase(Locale.ROOT) + "-B")
                        .items("endpoint"))
                .containsExactly(name + "-b");
        assertThat(admin.get("topics/" + name + "/sns-subscriptions?protocol=https")
                        .items("endpoint"))
                .isEmpty();
        for (String ending : new String[] {"-a", "-b", "-c"}) {
            sqs.deleteQueue(delete -> delete.queueUrl(queue(ending)));
        }
    }

    @Test
    void aTestMessageArrivesWhateverTheFilterPolicySaysAndTheStateTellsSo() {
        String queue = queue("");
        String id = subscribe("", Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"colour\":[\"red\"]}"));
        String path = "sns-subscriptions/" + id;
        assertThat(admin.get(path).json()).doesNotContainKey("delivery");

        Answer sent = admin.post(path + "/test-message");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json()).containsOnlyKeys("messageId");
        assertThat(next(queue).messageAttributes()).containsOnlyKeys("packetboat.test");
        JsonObject state = admin.get(path).json();
        assertThat(state.getString("filterPolicy")).isEqualTo("{\"colour\":[\"red\"]}");
        assertThat(state.getJsonObject("delivery").getInt("delivered")).isEqualTo(1);
        assertThat(state.getJsonObject("delivery")).containsKey("lastSuccess").doesNotContainKey("lastError");
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }

    @Test
    void whatCannotBeDeliveredIsToldWithItsReason() {
        String queue = queue("");
        String id = subscribe("", Map.of());
        sqs.deleteQueue(delete -> delete.queueUrl(queue));

        Answer sent = admin.post("sns-subscriptions/" + id + "/test-message");

        assertThat(sent.json().getString("problem")).isEqualTo("the queue is gone");
        JsonObject delivery = admin.get("sns-subscriptions/" + id).json().getJsonObject("delivery");
        assertThat(delivery.getInt("failed")).isEqualTo(1);
        assertThat(delivery.getJsonObject("lastError").getString("reason")).isEqualTo("the queue is gone");
    }

    @Test
    void aWebServerThatFailsIsShownWithTheReasonAndTheNextRetry() throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        AtomicInteger status = new AtomicInteger(200);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        String arn = sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("http")
                        .endpoint("http://localhost:" + server.getAddress().getPort() + "/")
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        String path = "sns-subscriptions/" + arn.substring(arn.lastIndexOf(':') + 1);
        Matcher token = Pattern.compile("\"Token\"\\s*:\\s*\"(\\w+)\"").matcher(posted.poll(60, TimeUnit.SECONDS));
        assertThat(token.find()).isTrue();
        assertThat(admin.get(path).json().getBoolean("confirmed")).isFalse();
        assertThat(admin.post(path + "/test-message").fact()).isEqualTo("subscription-pending");
        sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token.group(1)));

        assertThat(admin.post(path + "/test-message").status()).isEqualTo(200);
        assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("Packetboat test message", "packetboat.test");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(delivery(path)).containsKey("lastSuccess"));
        status.set(500);
        admin.post(path + "/test-message");

        assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("Packetboat test message");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(delivery(path)).containsKeys("lastError", "nextRetry");
            assertThat(delivery(path).getJsonObject("lastError").getString("reason"))
                    .contains("500");
            assertThat(delivery(path).getInt("backlog")).isEqualTo(1);
        });
        assertThat(admin.delete(path).status()).isEqualTo(204);
        server.stop(0);
    }

    private JsonObject delivery(String path) {
        return admin.get(path).json().getJsonObject("delivery");
    }

    @Test
    void oneIsEndedAndIsGone() {
        String queue = queue("");
        String path = "sns-subscriptions/" + subscribe("", Map.of());

        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(admin.get(path).fact()).isEqualTo("no-such-subscription");
        assertThat(admin.post(path + "/test-message").fact()).isEqualTo("no-such-subscription");
        assertThat(admin.get("topics/" + name).json().getInt("snsSubscriptions"))
                .isZero();
        assertThat(admin.get("topics/" + name + "-missing/sns-subscriptions").fact())
                .isEqualTo("topic-not-found");
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }

    @Test
    void whoeverHasNoRightsSeesAndSendsNothing(PacketboatServer server) {
        String queue = queue("");
        String path = "sns-subscriptions/" + subscribe("", Map.of());
        String user = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        String password = UUID.randomUUID().toString();
        admin.post("users", "{\"userName\": \"%s\", \"password\": \"%s\"}".formatted(user, password));
        Api nobody = Api.as(server, user, password);

        assertThat(nobody.get("topics/" + name + "/sns-subscriptions").status()).isEqualTo(403);
        assertThat(nobody.get(path).status()).isEqualTo(403);
        assertThat(nobody.post(path + "/test-message").status()).isEqualTo(403);
        assertThat(nobody.delete(path).status()).isEqualTo(403);
        assertThat(admin.get(path).json()).doesNotContainKey("delivery");
        admin.delete("users/" + user);
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }
}
