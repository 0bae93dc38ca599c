package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.sigv4.TestingSigner;
import io.packetboat.aws.wire.TestingApi;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What strangers may send: no defect shows, nothing is logged, nothing is left over.
 *
 * <p>JSON bodies are signed after they were spoiled, or no parser would ever see them.
 */
class FuzzTest {
    private static final String JSON = """
            {"Text":"a\\u00fc\\"","Count":3,"Share":0.5,"Enabled":true,"Bytes":"AQI=","At":1700000000,"Names":["x","y"],\
            "Attributes":{"k":"v"},"Items":[{"Id":"1"}],"Tags":{"t":{"Kind":"big"}}}""";
    private static final String FORM =
            "Action=Echo&Version=2026-11-22&Text=a+%C3%BC&Count=3&Share=0.5&Enabled=true&Bytes="
                    + "AQI%3D&Name.1=x&Attribute.1.Name=k&Attribute.1.Value=v&Items.member.1.Id=1&Tags.entry.1.key=t"
                    + "&Tags.entry.1.value.Kind=big";
    private static final int ROUNDS = 3_000;
    private static final long SEED = 20261122;
    private static final long ROOM = 24L << 20;

    @TempDir
    Path folder;

    private final LogWatch log = new LogWatch();
    private final Mutations mutations = new Mutations(SEED);
    private TestingEndpoint testing;
    private TestingSigner signer;

    @BeforeEach
    void start() {
        testing = new TestingEndpoint(folder, AwsConfig.Patience.DEFAULT);
        signer = testing.signer();
    }

    @AfterEach
    void stop() {
        testing.close();
        log.close();
    }

    @Test
    void spoiledJsonIsAnsweredWithAnErrorOfTheClient() throws IOException {
        try (RawClient client = testing.connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] body = mutations.of(JSON);
                Answer answer = client.send(RawClient.request(
                                signer.sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body), body))
                        .read();

                assertThat(answer.status()).as("round %d", i).isIn(200, 400);
                assertThat(answer.body()).startsWith("{");
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void aSpoiledFormIsAnsweredWithAnErrorOfTheClient() throws IOException {
        Map<String, String> headers =
                Map.of("host", "localhost", "content-type", "application/x-www-form-urlencoded; charset=utf-8");
        try (RawClient client = testing.connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] body = mutations.of(FORM);
                Answer answer = client.send(RawClient.request(signer.sign("POST", "/", "", headers, body), body))
                        .read();

                assertThat(answer.status()).as("round %d", i).isIn(200, 400);
                assertThat(answer.body()).startsWith("<?xml");
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void spoiledHeadersAreAnsweredWithAnErrorOfTheClient() throws IOException {
        byte[] body = JSON.getBytes(StandardCharsets.UTF_8);
        Map<String, String> signed = signer.sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, String> headers = new HashMap<>(signed);
            headers.replaceAll((name, value) ->
                    new String(mutations.of(value), StandardCharsets.ISO_8859_1).replaceAll("[\r\n\0]", "?"));
            try (RawClient client = testing.connect()) {
                client.send(RawClient.request(headers, body));

                assertThat(client.read().status()).as("round %d", i).isIn(200, 400, 403, 404);
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void spoiledHttpIsAnsweredOrEndsTheConnection() throws IOException {
        String request = new String(testing.signed("Echo", JSON), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < ROUNDS; i++) {
            try (RawClient client = testing.connect()) {
                client.send(mutations.of(request));
                client.socket().shutdownOutput();
                assertThat(statusOf(client)).as("round %d", i).isIn(0, 100, 200, 400, 403, 404, 405, 413, 431, 503);
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void neitherHostileNamesNorScopesFillTheMemory() throws IOException {
        long before = usedMemory();
        try (RawClient client = testing.connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                String name = "name-" + i + "-" + "x".repeat(500);
                byte[] body = ("{\"" + name + "\":{\"" + name + "\":1}}").getBytes(StandardCharsets.UTF_8);
                client.send(RawClient.request(signer.sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body), body))
                        .read();
                client.send(RawClient.request(foreignScope(i), body)).read();
            }
        }

        await().untilAsserted(() -> assertThat(usedMemory() - before).isLessThan(ROOM));
        assertNothingIsLeft();
    }

    private static Map<String, String> foreignScope(int round) {
        Map<String, String> headers = new HashMap<>(TestingApi.jsonHeaders("Echo"));
        headers.put("x-amz-date", "20261122T120000Z");
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + TestingIdentity.KEY_ID + "/20261122/region-" + round
                        + "/testing/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=00");
        return headers;
    }

    /** 0 where the connection ends without an answer, as for a request that never becomes whole. */
    private static int statusOf(RawClient client) throws IOException {
        try {
            return client.read().status();
        } catch (EOFException | SocketException ended) {
            return 0;
        }
    }

    private void assertNothingIsLeft() {
        await().until(() -> testing.endpoint.connections() == 0);
        await().until(() -> testing.endpoint.pendingBytes() == 0);
        assertThat(log.lines()).isEmpty();
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
