package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.wire.TestingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aClientThatAsksFirstIsToldToContinue() throws IOException {
        byte[] body = "{\"Text\":\"continued\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = testing.signer().sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body);

        client.send(RawClient.head(headers, "Expect: 100-continue\r\nContent-Length: " + body.length));

        assertThat(client.read().status()).isEqualTo(100);
        assertThat(client.send(body).read().body()).contains("continued");
    }

    @Test
    void aClientThatAsksFirstWithTooMuchIsRefusedBeforeItSends() throws IOException {
        client.send(
                RawClient.head(TestingApi.jsonHeaders("Echo"), "Expect: 100-continue\r\nContent-Length: 2000000000"));

        Answer answer = client.read();
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestEntityTooLargeException");
        assertThat(client.ends()).isTrue();
    }

    @Test
    void aBodyInChunksIsPutTogether() throws IOException {
        byte[] body = "{\"Text\":\"in chunks\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = testing.signer().sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body);

        client.send(RawClient.head(headers, "Transfer-Encoding: chunked"));
        for (byte b : body) {
            client.send("1\r\n").send(new byte[] {b}).send("\r\n");
        }
        client.send("0\r\n\r\n");

        assertThat(client.read().body()).contains("in chunks");
    }

    @Test
    void aCompressedBodyIsInflatedAfterItsSignature() throws IOException {
        byte[] body = gzip("{\"Text\":\"compressed\"}");

        assertThat(client.send(compressed("Echo", body)).read().body()).contains("compressed");
    }

    @Test
    void aCompressedBodyThatInflatesWithoutEndIsRefused() throws IOException {
        byte[] bomb = gzip("{\"Text\":\"" + "x".repeat(10_000_000) + "\"}");
        assertThat(bomb.length).isLessThan(TestingEndpoint.MAX_REQUEST);

        Answer answer = client.send(compressed("Echo", bomb)).read();

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void longPollsWithSmallBodiesThatInflateToLargeOnesAreBoundedTogether() throws IOException {
        byte[] bomb = gzip("{\"Text\":\"" + "x".repeat(60_000) + "\"}");
        List<RawClient> others = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                RawClient other = testing.connect();
                others.add(other);
                other.send(compressed("Wait", bomb));
                int waiting = i + 1;
                await().until(() -> testing.api.waiting.size() == waiting);
            }

            assertThat(client.send(compressed("Wait", bomb)).read().status()).isEqualTo(503);
        } finally {
            for (RawClient other : others) {
                other.close();
            }
        }
        await().until(() -> testing.endpoint.pendingBytes() == 0);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndTheConnectionEnds() throws IOException {
        Answer declared = client.send(
                        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: Testing.Echo\r\nContent-Length: 65537\r\n\r\n")
                .read();
        assertThat(declared.status()).isEqualTo(413);
        assertThat(client.ends()).isTrue();

        try (RawClient chunks = testing.connect()) {
            chunks.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 5; i++) {
                chunks.send("4000\r\n" + "x".repeat(0x4000) + "\r\n");
            }
            assertThat(chunks.read().status()).isEqualTo(413);
            assertThat(chunks.ends()).isTrue();
        }
    }

    @Test
    void unfinishedBodiesOfAllConnectionsAreBoundedTogether() throws IOException {
        List<RawClient> others = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                RawClient other = testing.connect();
                others.add(other);
                other.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n" + "x".repeat(65_535));
            }
            await().untilAsserted(() -> {
                try (RawClient late = testing.connect()) {
                    assertThat(late.send(testing.signed("Echo", "{}")).read().status())
                            .isEqualTo(503);
                }
            });
        } finally {
            for (RawClient other : others) {
                other.close();
            }
        }

        await().untilAsserted(() -> {
            try (RawClient late = testing.connect()) {
                assertThat(late.send(testing.signed("Echo", "{}")).read().status())
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void unfinishedHeadsOfAllConnectionsAreBoundedTogether() throws IOException {
        List<RawClient> others = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                RawClient other = testing.connect();
                others.add(other);
                other.send("POST / HTTP/1.1\r\nHost: x\r\n");
            }
            await().untilAsserted(() -> {
                try (RawClient late = testing.connect()) {
                    assertThat(late.send(testing.signed("Echo", "{}")).read().status())
                            .isEqualTo(503);
                }
            });
        } finally {
            for (RawClient other : others) {
                other.close();
            }
        }

        await().until(() -> testing.endpoint.pendingBytes() == 0);
        assertThat(client.send(testing.signed("Echo", "{}")).read().status()).isEqualTo(200);
        await().until(() -> testing.endpoint.pendingBytes() == 0);
    }

    @Test
    void manyTinyHeadersThatWouldFillTheMemoryAreRefused() throws IOException {
        Answer answer = client.send("GET / HTTP/1.1\r\nHost: x\r\n" + "a:\r\n".repeat(100) + "\r\n")
                .read();

        assertThat(answer.status()).isEqualTo(431);
        assertThat(client.ends()).isTrue();
    }

    @Test
    void aRequestThatIsServedCountsWithItsHead() throws IOException {
        client.send(testing.signed("Wait", "{}"));
        await().until(() -> !testing.api.waiting.isEmpty());

        assertThat(testing.endpoint.pendingBytes()).isBetween(500L, 8_192L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: LONG\r\n\r\n",
                "GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void aHeadThatIsTooLargeIsRefused(String head) throws IOException {
        Answer answer = client.send(head.replace("LONG", "x".repeat(40_000))).read();

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.body()).contains("<Code>RequestHeaderSectionTooLarge</Code>");
        assertThat(client.ends()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST / HTTP/1.1\r\nBad Header: x\r\n\r\n"
            })
    void whatIsNoHttpIsRefusedAndTheConnectionEnds(String request) throws IOException {
        Answer answer = client.send(request).read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(client.ends()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip\r\nContent-Length: 2",
                "Transfer-Encoding: identity\r\nContent-Length: 2",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: x",
            })
    void aBodyWhoseEndAProxyCouldSeeElsewhereIsRefused(String headers) throws IOException {
        Answer answer = client.send("POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n0\r\n\r\n")
                .read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>MalformedHttpRequest</Code>");
        assertThat(client.ends()).isTrue();
    }

    @Test
    void chunksInTheOldVersionOfHttpAreRefused() throws IOException {
        Answer answer = client.send("POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                .read();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(client.ends()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD", "BREW"})
    void otherMethodsAreRefusedWithThoseThatAreAllowed(String method) throws IOException {
        Answer answer = client.send(method + " / HTTP/1.1\r\nHost: x\r\n\r\n").read();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET, POST");
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
                .complete(members ->
                        members.text("Text", Thread.currentThread().getName()));

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

    @Test
    void moreConnectionsThanAllowedAreClosedAtOnce() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        Path home = Files.createDirectory(folder.resolve("patient"));
        try (TestingEndpoint patient = new TestingEndpoint(home, TestingEndpoint.LONG)) {
            RawClient first = patient.connect();
            clients.add(first);
            assertThat(first.send(patient.signed("Echo", "{}")).read().status()).isEqualTo(200);
            for (int i = 0; i < TestingEndpoint.MAX_CONNECTIONS + 20; i++) {
                clients.add(patient.connect());
            }

            assertThat(clients.get(clients.size() - 1).ends()).isTrue();
            assertThat(first.send(patient.signed("Echo", "{}")).read().status()).isEqualTo(200);
        } finally {
            for (RawClient each : clients) {
                each.close();
            }
        }
    }

    private byte[] compressed(String action, byte[] body) {
        Map<String, String> headers = new HashMap<>(TestingApi.jsonHeaders(action));
        headers.put("content-encoding", "gzip");
        return RawClient.request(testing.signer().sign("POST", "/", "", headers, body), body);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
