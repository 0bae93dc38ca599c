package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.wire.TestingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsEndpointTest {
    @TempDir
    Path folder;

    private TestingEndpoint testing;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        testing = new TestingEndpoint(folder, AwsConfig.Patience.DEFAULT);
        client = testing.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        testing.close();
    }

    @Test
    void everyAnswerHasRequestIdDateAndLength() throws IOException {
        Answer answer =
                client.send(testing.signed("Echo", "{\"Text\":\"hello\"}")).read();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"Text\":\"hello\",\"Names\":[],\"Attributes\":{},\"Items\":[],\"Tags\":{}}");
        assertThat(answer.headers())
                .containsEntry("content-type", "application/x-amz-json-1.0")
                .containsEntry("date", "Sun, 22 Nov 2026 12:00:00 GMT")
                .containsEntry("connection", "keep-alive");
        assertThat(answer.headers().get("x-amzn-requestid"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void theActionSeesWhoCallsAndWhere() throws IOException {
        Answer answer = client.send(testing.signed("WhoAndWhere", "{}")).read();

        assertThat(answer.body())
                .isEqualTo("{\"User\":\"admin\",\"Source\":\"127.0.0.1\",\"Secure\":false,"
                        + "\"Endpoint\":\"http://localhost:4566\",\"Path\":\"/\"}");
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        ByteArrayOutputStream three = new ByteArrayOutputStream();
        three.writeBytes(testing.signed("Wait", "{}"));
        three.writeBytes(testing.signed("Echo", "{\"Text\":\"second\"}"));
        three.writeBytes(testing.signed("Echo", "{\"Text\":\"third\"}"));
        client.send(three.toByteArray());
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.api.waiting.get(0).complete(members -> members.text("Text", "first"));

        assertThat(client.read().body()).contains("first");
        assertThat(client.read().body()).contains("second");
        assertThat(client.read().body()).contains("third");
    }

    @Test
    void manyPipelinedRequestsAreAllAnswered() throws IOException {
        for (int i = 0; i < 200; i++) {
            client.send(testing.signed("Echo", "{\"Text\":\"" + i + "\"}"));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(client.read().body()).contains("\"" + i + "\"");
        }
    }

    @Test
    void aRequestWithoutSignatureIsRefused() throws IOException {
        Answer answer = client.send(RawClient.request(TestingApi.jsonHeaders("Echo"), new byte[0]))
                .read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("MissingAuthenticationTokenException");
        assertThat(answer.headers()).containsEntry("x-amzn-query-error", "MissingAuthenticationToken;Sender");
    }

    @Test
    void aDefectShowsNothingOfTheInside() throws IOException {
        Answer answer = client.send(testing.signed("Break", "{}")).read();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("InternalFailure")
                .doesNotContain("secret")
                .doesNotContain("Exception:");
        assertThat(client.send(testing.signed("Echo", "{}")).read().status()).isEqualTo(200);
    }

    @Test
    void halfACharacterIsAnsweredAndLeavesNobodyWaiting() throws IOException {
        assertThat(client.send(testing.signed("Echo", "{\"Text\":\"half \\ud800\"}"))
                        .read()
                        .body())
                .contains("\"Text\":\"half \ufffd\"");

        Answer refused = client.send(testing.signed("Refuse", "{\"Text\":\"half \\udc00\"}"))
                .read();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The thing half \ufffd does not exist.");
    }

    @Test
    void anAnswerIsWrittenByItsConnectionsLoopAndNotByWhoeverCompletesIt() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.api
                .waiting
                .get(0)
                .complete(members -> members.text("Text", Thread.currentThread().getName()));

        assertThat(client.read().body()).matches("\\{\"Text\":\"packetboat-aws-\\d+-\\d+\"}");
    }

    @Test
    void anActionThatOverflowsTheStackIsAnsweredAndKeepsNoMemory() throws IOException {
        assertThat(client.send(testing.signed("Overflow", "{}")).read().status())
                .isEqualTo(500);
        assertThat(client.send(testing.signed("Echo", "{}")).read().status()).isEqualTo(200);
        await().until(() -> testing.endpoint.pendingBytes() == 0);
    }

    @Test
    void aClientThatGoesWithdrawsItsLongPoll() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        client.close();

        await().until(() -> testing.waiting().isCancelled());
        await().until(() -> testing.endpoint.connections() == 0);
    }

    @Test
    void aRevokedLoginEndsItsLongPollAndEveryFurtherRequest() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.identity.deactivateTheKey();

        assertThat(client.ends()).isTrue();
        await().until(() -> testing.waiting().isCancelled());
        try (RawClient again = testing.connect()) {
            assertThat(again.send(testing.signed("Echo", "{}")).read().body()).contains("UnrecognizedClientException");
        }
    }

    @Test
    void changedRightsEndALongPollButNotItsConnection() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.endpoint.identityObserver().rightsChanged();

        assertThat(client.read().status()).isEqualTo(503);
        assertThat(client.send(testing.signed("Echo", "{}")).read().status()).isEqualTo(200);
    }

    @Test
    void aWrongSignatureIsToldToWhoeverRecordsRefusedLogins() throws IOException {
        client.send(RawClient.signed(testing.signer().withSecret("another" + TestingIdentity.SECRET), "Echo", "{}"))
                .read();

        await().until(() -> !testing.identity.refused.isEmpty());
        assertThat(testing.identity.refused.get(0).user()).isEqualTo("admin");
        assertThat(testing.identity.refused.get(0).source()).isEqualTo("127.0.0.1");
    }

    @Test
    void stoppingAnswersLongPollsAndClosesThePort() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.endpoint.stop();

        Answer answer = client.read();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(testing.endpoint.port()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsKey() {
        AwsEndpoint second = new AwsEndpoint(
                new AwsConfig("127.0.0.1", testing.port(), 1, 1, 1, AwsConfig.Patience.DEFAULT),
                TestingEndpoint::noCertificate,
                List.of(),
                testing.identity.signingKeys(),
                new BlockingWork(),
                Clock.systemUTC());

        assertThatThrownBy(second::start)
                .isInstanceOf(EndpointStartFailed.class)
                .hasMessageContaining(Integer.toString(testing.port()))
                .hasMessageContaining("packetboat.aws.port");
    }
}
