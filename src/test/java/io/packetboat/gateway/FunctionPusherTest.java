package io.packetboat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Region;
import io.packetboat.push.PushOutcome;
import io.packetboat.push.TestingHttpServer;
import io.packetboat.subscription.Endpoint.FunctionEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionPusherTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:tariff";
    private static final SubscriptionArns ARNS =
            new SubscriptionArns(new Region("us-east-1"), new AccountId("000000000000"));

    private final TestingHttpServer server = new TestingHttpServer();
    private final TestingSender sender = new TestingSender();

    @AfterEach
    void stop() {
        sender.close();
        server.close();
    }

    private PushOutcome send(String gateway, String function, String more) {
        return new FunctionPusher(Optional.of(server.uri(gateway)), sender.sender(), ARNS)
                .send(TestingEntries.subscription("lambda", function), TestingEntries.notification(more))
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest(name = "[{0}][{1}]")
    @CsvSource({
        "'','',/2015-03-31/functions/tariff/invocations",
        "/gateway/,'',/gateway/2015-03-31/functions/tariff/invocations",
        "'',:7,/2015-03-31/functions/tariff/invocations?Qualifier=7",
        "'',:$LATEST,/2015-03-31/functions/tariff/invocations?Qualifier=%24LATEST",
    })
    void invokesTheFunctionWithoutWaitingForIt(String gateway, String qualifier, String path) {
        PushOutcome outcome = send(gateway, FUNCTION + qualifier, "");

        assertThat(outcome).isInstanceOf(PushOutcome.Delivered.class);
        TestingHttpServer.Received request = server.received.get(0);
        assertThat(request.requestLine()).isEqualTo("POST " + path + " HTTP/1.1");
        assertThat(request.headers())
                .containsEntry("x-amz-invocation-type", "Event")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void theFunctionGetsSnsOwnEvent() {
        send("", FUNCTION, ",\"Subject\":\"s\",\"MessageAttributes\":{\"a\":{\"Type\":\"String\",\"Value\":\"1\"}}");

        JsonObject event = TestingEntries.json(server.received.get(0).body())
                .getJsonArray("Records")
                .getJsonObject(0);
        Subscription subscription = TestingEntries.subscription("lambda", FUNCTION);
        assertThat(event.getString("EventSource")).isEqualTo("aws:sns");
        assertThat(event.getString("EventVersion")).isEqualTo("1.0");
        assertThat(event.getString("EventSubscriptionArn"))
                .isEqualTo(ARNS.of(subscription).toString());
        assertThat(event.getJsonObject("Sns"))
                .isEqualTo(TestingEntries.json("""
                                {"Subject":"s","MessageAttributes":{"a":{"Type":"String","Value":"1"}},\
                                "Type":"Notification","MessageId":"%s","TopicArn":"%s","Message":"Grüße, Ærøskøbing",\
                                "Timestamp":"2026-11-23T00:00:00.001Z","SignatureVersion":"1","Signature":"c2ln",\
                                "SigningCertUrl":"http://localhost:4566/cert.pem",\
                                "UnsubscribeUrl":"http://localhost:4566/?end"}""".formatted(TestingEntries.MESSAGE, TestingEntries.TOPIC)));
    }

    @Test
    void anEventHasASubjectAndAttributesAlways() {
        send("", FUNCTION, "");

        JsonObject notification = TestingEntries.json(server.received.get(0).body())
                .getJsonArray("Records")
                .getJsonObject(0)
                .getJsonObject("Sns");
        assertThat(notification)
                .containsEntry("Subject", JsonValue.NULL)
                .containsEntry("MessageAttributes", JsonValue.EMPTY_JSON_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tariff",
                "arn:aws:sqs:us-east-1:000000000000:tariff",
                "arn:aws:lambda:us-east-1:000000000000:function:../../x",
                "arn:aws:lambda:us-east-1:000000000000:function:tariff?x",
            })
    void refusesWhatIsNoFunction(String endpoint) {
        FunctionPusher pusher = new FunctionPusher(Optional.of(URI.create("http://localhost")), sender.sender(), ARNS);

        assertThatThrownBy(() -> pusher.require(new FunctionEndpoint(endpoint))).isInstanceOf(EndpointRefused.class);
    }

    @Test
    void refusesEveryFunctionWithoutAGateway() {
        FunctionPusher pusher = new FunctionPusher(Optional.empty(), sender.sender(), ARNS);

        assertThatThrownBy(() -> pusher.require(new FunctionEndpoint(FUNCTION))).isInstanceOf(EndpointRefused.class);
    }
}
