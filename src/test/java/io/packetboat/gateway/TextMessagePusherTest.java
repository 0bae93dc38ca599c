package io.packetboat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.push.PushOutcome;
import io.packetboat.push.TestingHttpServer;
import io.packetboat.subscription.Endpoint.SmsEndpoint;
import io.packetboat.subscription.EndpointRefused;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextMessagePusherTest {
    private static final String NUMBER = "+4917012345678";

    private final TestingHttpServer server = new TestingHttpServer();
    private final TestingSender sender = new TestingSender();

    @AfterEach
    void stop() {
        sender.close();
        server.close();
    }

    private PushOutcome send(TextMessageGateway gateway, String more) {
        return new TextMessagePusher(Optional.of(gateway), sender.sender())
                .send(TestingEntries.subscription("sms", NUMBER), TestingEntries.notification(more))
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void theGatewayGetsNumberTextAndAttributes() {
        PushOutcome outcome = send(
                new TextMessageGateway(server.uri("/texts"), "Bearer s3cret"),
                ",\"MessageAttributes\":{\"AWS.SNS.SMS.SenderID\":{\"Type\":\"String\",\"Value\":\"node\"}}");

        assertThat(outcome).isInstanceOf(PushOutcome.Delivered.class);
        TestingHttpServer.Received request = server.received.get(0);
        assertThat(request.requestLine()).isEqualTo("POST /texts HTTP/1.1");
        assertThat(request.headers())
                .containsEntry("authorization", "Bearer s3cret")
                .containsEntry("content-type", "application/json");
        assertThat(TestingEntries.json(request.body()))
                .isEqualTo(TestingEntries.json("""
                                {"MessageId":"%s","PhoneNumber":"%s","Message":"Grüße, Ærøskøbing","TopicArn":"%s",\
                                "MessageAttributes":{"AWS.SNS.SMS.SenderID":{"Type":"String","Value":"node"}}}""".formatted(TestingEntries.MESSAGE, NUMBER, TestingEntries.TOPIC)));
    }

    @Test
    void aGatewayWithoutALoginGetsNone() {
        send(new TextMessageGateway(server.uri("/texts"), ""), "");

        assertThat(server.received.get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void refusesEveryNumberWithoutAGateway() {
        TextMessagePusher pusher = new TextMessagePusher(Optional.empty(), sender.sender());

        assertThatThrownBy(() -> pusher.require(new SmsEndpoint(NUMBER))).isInstanceOf(EndpointRefused.class);
    }

    @Test
    void theGatewayTellsNoSecret() {
        assertThat(new TextMessageGateway(URI.create("http://texts"), "Bearer s3cret").toString())
                .doesNotContain("s3cret");
    }
}
