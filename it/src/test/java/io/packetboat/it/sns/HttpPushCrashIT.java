package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.sns.Webhooks.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** The server is killed while it delivers to a web server that refuses every third message for now. */
class HttpPushCrashIT {
    private static final int BEFORE_THE_KILL = 60;
    private static final String PATH = "/in";

    private final Webhooks hooks = new Webhooks();
    private final List<String> published = new CopyOnWriteArrayList<>();

    @Test
    void eachNotificationArrivesAtLeastOnceWhateverTheServerWasDoingWhenItDied() throws InterruptedException {
        hooks.answerEach(PATH, number -> number % 3 == 0 ? "503" : "200");
        try (PacketboatServer server = PacketboatServer.started("http-push-crash")) {
            String topic = subscribe(server);
            Thread publisher = new Thread(() -> publishUntilKilled(server, topic), "publisher");
            publisher.start();
            await().until(() -> hooks.notifications(PATH).size() >= BEFORE_THE_KILL);
            server.kill();
            publisher.join();
            server.start();

            // What was on its way when the server died is tried again when nothing can come of that attempt any more.
            await().atMost(Duration.ofMinutes(3)).until(() -> taken().containsAll(published));
        } finally {
            hooks.close();
        }

        assertThat(published).isNotEmpty();
    }

    private Set<String> taken() {
        return hooks.notifications(PATH).stream()
                .filter(post -> post.answer().equals("200"))
                .map(Post::body)
                .collect(Collectors.toSet());
    }

    private String subscribe(PacketboatServer server) {
        try (SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http")) {
            String topic = sns.createTopic(create -> create.name("push-crash")).topicArn();
            sns.subscribe(subscribe -> subscribe
                    .topicArn(topic)
                    .protocol("http")
                    .endpoint(hooks.url(PATH))
                    .attributes(Map.of(
                            "RawMessageDelivery",
                            "true",
                            "DeliveryPolicy",
                            "{\"healthyRetryPolicy\":{\"minDelayTarget\":1,\"maxDelayTarget\":1,\"numRetries\":60}}")));
            await().until(() -> !hooks.posts(PATH).isEmpty());
            String token = Envelopes.read(hooks.posts(PATH).get(0).body()).getString("Token");
            sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token));
            return topic;
        }
    }

    private void publishUntilKilled(PacketboatServer server, String topic) {
        try (SnsClient sns = AwsClients.sync(
                SnsClient.builder()
                        .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry())),
                server,
                "http")) {
            for (int number = 0; true; number++) {
                String message = "m" + number;
                sns.publish(publish -> publish.topicArn(topic).message(message));
                published.add(message);
            }
        } catch (SdkException killed) {
            // Whether the last one was published is not known.
        }
    }
}
