package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.wire.TestingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** How much clients may send, at a time and together. */
class BoundsTest {
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
            await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
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

        await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
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
            await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
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
