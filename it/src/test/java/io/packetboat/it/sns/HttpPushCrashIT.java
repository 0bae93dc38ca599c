package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.sns.Webhooks.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

/** The server is killed while it delivers to a web server that refuses every third message for now. */
class HttpPushCrashIT {
    private static final int KILLS = 2;
    private static final int MESSAGES = 60;
    private static final int BETWEEN_KILLS = 20;
    private static final String PATH = "/in";

    private final Webhooks hooks = new Webhooks();
    private final List<String> published = new ArrayList<>();

    @Test
    void eachNotificationArrivesAtLeastOnceWhateverTheServerWasDoingWhenItDied() {
        hooks.answerEach(PATH, number -> number % 3 == 0 ? "503" : "200");
        try (PacketboatServer server = PacketboatServer.started("http-push-crash")) {
            String topic = subscribe(server);
            for (int kill = 0; kill < KILLS; kill++) {
                publish(server, topic);
                int goal = hooks.notifications(PATH).size() + BETWEEN_KILLS;
                await().until(() -> hooks.notifications(PATH).size() >= goal);
                server.kill();
                server.start();
            }
            publish(server, topic);

            // What was on its way when the server died is tried again when nothing can come of that attempt any more.
            await().atMost(Duration.ofMinutes(3)).until(() -> taken().containsAll(published));
        } finally {
            hooks.close();
        }

        assertThat(published).hasSize((KILLS + 1) * MESSAGES);
        assertThat(taken()).containsExactlyInAnyOrderElementsOf(published);
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

    private void publish(PacketboatServer server, String topic) {
        try (SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http")) {
            for (int i = 0; i < MESSAGES; i++) {
                String message = "m" + published.size();
                sns.publish(publish -> publish.topicArn(topic).message(message));
                published.add(message);
            }
        }
    }
}
