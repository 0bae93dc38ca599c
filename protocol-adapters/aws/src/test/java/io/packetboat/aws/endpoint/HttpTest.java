package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.aws.endpoint.RawClient.Answer;
import io.packetboat.aws.wire.TestingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is HTTP here and what is not. */
class HttpTest {
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
    void aClientThatAsksFirstIsToldToContinue() throws IOException {
        byte[] body = "{\"Text\":\"continued\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = testing.signer().sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body);

        client.send(RawClient.head(headers, "Expect: 100-continue\r\nContent-Length: " + body.length));

        assertThat(client.read().status()).isEqualTo(100);
        assertThat(client.send(body).read().body()).contains("continued");
    }

    @Test
    void aClientThatAsksBehindAnotherRequestIsToldToContinueBehindItsAnswer() throws IOException {
        byte[] body = "{\"Text\":\"continued\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = testing.signer().sign("POST", "/", "", TestingApi.jsonHeaders("Echo"), body);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(testing.signed("Wait", "{}"));
        both.writeBytes(RawClient.head(headers, "Expect: 100-continue\r\nContent-Length: " + body.length));
        client.send(both.toByteArray());
        await().until(() -> !testing.api.waiting.isEmpty());

        testing.api.waiting.get(0).complete(members -> members.text("Text", "first"));

        assertThat(client.read().body()).contains("first");
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
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "BREW"})
    void otherMethodsAreRefusedWithThoseThatAreAllowed(String method) throws IOException {
        Answer answer = client.send(method + " / HTTP/1.1\r\nHost: x\r\n\r\n").read();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET, POST");
    }

    @Test
    void theRefusalOfAHeadHasNoBody() throws IOException {
        client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");

        String answer = new String(client.socket().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, POST")
                .endsWith("\r\n\r\n");
        assertThat(answer.indexOf("\r\n\r\n")).isEqualTo(answer.length() - 4);
    }
}
