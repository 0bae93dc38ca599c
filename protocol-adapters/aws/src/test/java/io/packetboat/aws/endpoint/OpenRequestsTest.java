package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.wire.TestingOpenApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may ask for without a signature, and nothing else. */
class OpenRequestsTest {
    private static final String CONFIRM = "Action=Confirm&Token=t0ken";

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
    void aLinkWithATokenNeedsNoSignature() throws IOException {
        Answer answer = get("/?" + CONFIRM);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "text/xml");
        assertThat(answer.body())
                .contains("<ConfirmResponse xmlns=\"http://open.example/doc/2026-11-23/\"><ConfirmResult>")
                .contains("<By>a stranger at 127.0.0.1 with t0ken</By><Endpoint>http://node:4566</Endpoint>");
    }

    @Test
    void theSameActionKnowsWhoSignedIt() throws IOException {
        Map<String, String> headers =
                testing.signer().forService("open").sign("GET", "/", CONFIRM, Map.of("host", "node:4566"), new byte[0]);

        assertThat(get("/?" + CONFIRM, headers).body()).contains("<By>admin with t0ken</By>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=AKIATESTINGENDPOINT1/20261122/eu-west-3/open/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=00",
                "AWS4-HMAC-SHA256",
                "Basic YWRtaW46c2VjcmV0",
                ""
            })
    void aWrongSignatureIsNeverTakenForNone(String authorization) throws IOException {
        Map<String, String> headers =
                Map.of("host", "node:4566", "x-amz-date", "20261122T120000Z", "authorization", authorization);

        assertThat(get("/?" + CONFIRM, headers).status()).isIn(400, 403);
        assertThat(get("/?" + CONFIRM + "&X-Amz-Signature=00", Map.of("host", "node:4566"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everyOtherActionStillNeedsASignature() throws IOException {
        Answer answer = get("/?Action=Echo&Version=" + TestingOpenApi.VERSION);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void strangersWithoutNumberAreToldToWaitAndUsersAreNot() throws IOException {
        List<RawClient> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < OpenDoor.MOST; i++) {
                RawClient stranger = testing.connect();
                strangers.add(stranger);
                stranger.send("GET /?Action=Confirm&Token=slow HTTP/1.1\r\nHost: node:4566\r\n\r\n");
            }
            await().until(() -> testing.open.waiting.size() == OpenDoor.MOST);

            assertThat(get("/?" + CONFIRM).status()).isEqualTo(503);
            assertThat(client.send(testing.signed("Echo", "{}")).read().status())
                    .isEqualTo(200);

            testing.open.waiting.forEach(slow -> slow.complete(members -> {}));
            for (RawClient stranger : strangers) {
                assertThat(stranger.read().status()).isEqualTo(200);
            }
            await().until(() -> get("/?" + CONFIRM).status() == 200);
        } finally {
            for (RawClient stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aPageIsFetchedByItsPath() throws IOException {
        Answer answer = get(TestingOpenApi.PAGE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/x-pem-file");
        assertThat(answer.body()).isEqualTo("a page");
        assertThat(get("/another.pem").status()).isEqualTo(400);
    }

    private Answer get(String target) throws IOException {
        return get(target, Map.of("host", "node:4566"));
    }

    private Answer get(String target, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return client.send(head.append("\r\n").toString()).read();
    }
}
