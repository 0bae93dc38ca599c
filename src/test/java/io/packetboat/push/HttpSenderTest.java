package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.policy.AddressRange;
import io.packetboat.push.PushOutcome.Delivered;
import io.packetboat.push.PushOutcome.Failed;
import io.packetboat.push.PushOutcome.Rejected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSenderTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);

    private final TestingHttpServer server = new TestingHttpServer();
    private final HostLookup lookup = new HostLookup();
    private final List<HttpSender> pushers = new ArrayList<>();

    @AfterEach
    void stop() {
        pushers.forEach(HttpSender::stop);
        lookup.stop();
        server.close();
    }

    @Test
    void theEndpointGetsTheRequestAsItIs() {
        HttpPost post = new HttpPost(
                URI.create(server.uri("/hook/a%20b?x=1&y=%2F").toString().replace("//", "//us%40er:pass@")),
                Map.of("x-amz-sns-message-type", "Notification", "Content-Type", "text/plain; charset=UTF-8"),
                "Grüße".getBytes(StandardCharsets.UTF_8));

        assertThat(outcome(pusher(LONG).send(post))).isEqualTo(new Delivered(200));

        TestingHttpServer.Received request = server.received.get(0);
        assertThat(request.requestLine()).isEqualTo("POST /hook/a%20b?x=1&y=%2F HTTP/1.1");
        assertThat(request.body()).isEqualTo("Grüße");
        assertThat(request.headers())
                .containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("content-type", "text/plain; charset=UTF-8")
                .containsEntry("content-length", "7")
                .containsEntry("host", server.uri("/").getAuthority())
                .containsEntry("authorization", "Basic dXNAZXI6cGFzcw==");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/status/200, delivered",
        "/status/204, delivered",
        "/continue, delivered",
        "/slow-body, delivered",
        "/status/500, failed",
        "/status/503, failed",
        "/status/429, failed",
        "/status/408, rejected",
        "/close, failed",
        "/reset, failed",
        "/garbage, failed",
        "/status/403, rejected",
        "/status/404, rejected",
        "/status/410, rejected",
        "/redirect, rejected"
    })
    void judgesAnAnswerByItsStatus(String path, String expected) {
        PushOutcome outcome = outcome(pusher(LONG).send(post(server.uri(path))));

        assertThat(kind(outcome)).as("%s", outcome).isEqualTo(expected);
    }

    @Test
    void neverFollowsARedirect() {
        assertThat(outcome(pusher(LONG).send(post(server.uri("/redirect")))))
                .isEqualTo(new Rejected("HTTP status 302"));

        assertThat(server.received).extracting(TestingHttpServer.Received::path).containsExactly("/redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless-head"})
    void givesUpOnWhoDoesNotAnswer(String path) {
        assertThat(outcome(pusher(SHORT).send(post(server.uri(path))))).isInstanceOf(Failed.class);
    }

    @Test
    void oneThatHangsHoldsNobodyUp() {
        HttpSender pusher = pusher(LONG);
        List<CompletionStage<PushOutcome>> hanging = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            hanging.add(pusher.send(post(server.uri("/silent"))));
        }

        assertThat(outcome(pusher.send(post(server.uri("/status/200"))))).isEqualTo(new Delivered(200));
        assertThat(hanging).noneMatch(stage -> stage.toCompletableFuture().isDone());
    }

    @Test
    void aClosedPortIsAFailure() throws IOException {
        try (Socket taken = new Socket()) {
            // Bound, so that nobody else gets the port, and not listening.
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI closed = URI.create("http://localhost:" + taken.getLocalPort() + "/");

            assertThat(outcome(pusher(LONG).send(post(closed)))).isEqualTo(new Failed("no connection"));
        }
    }

    @Test
    void aHostThatNobodyKnowsIsAFailure() {
        HttpSender pusher =
                pusher(EndpointRules.OPEN, host -> CompletableFuture.failedFuture(new UnknownHostException()));

        assertThat(outcome(pusher.send(post(URI.create("http://nowhere.invalid/")))))
                .isEqualTo(new Failed("the host is not known"));
    }

    @Test
    void aNameServerThatDoesNotAnswerIsAFailure() {
        HttpSender pusher = start(new HttpSender(
                EndpointRules.OPEN, SHORT, HttpSenderTest::defaultTrust, host -> new CompletableFuture<>()));

        assertThat(outcome(pusher.send(post(URI.create("http://nowhere.invalid/")))))
                .isInstanceOf(Failed.class);
    }

    @Test
    void aNameThatMeansAForbiddenAddressIsRejectedAndNobodyAsked() throws Exception {
        InetAddress metadata = InetAddress.getByName("169.254.169.254");
        HttpSender pusher = pusher(EndpointRules.OPEN, host -> CompletableFuture.completedFuture(List.of(metadata)));

        assertThat(outcome(pusher.send(post(URI.create("http://harmless.example/")))))
                .isEqualTo(new Rejected("the address is not allowed"));
    }

    @Test
    void connectsToTheAddressThatWasChecked() throws Exception {
        InetAddress metadata = InetAddress.getByName("169.254.169.254");
        HttpSender pusher = pusher(
                EndpointRules.OPEN,
                host -> CompletableFuture.completedFuture(List.of(metadata, InetAddress.getLoopbackAddress())));
        URI named = URI.create("http://shop.example:" + server.uri("/").getPort() + "/hook");

        assertThat(outcome(pusher.send(post(named)))).isEqualTo(new Delivered(200));

        assertThat(server.received.get(0).headers()).containsEntry("host", named.getAuthority());
    }

    @Test
    void loopbackCanBeForbidden() {
        EndpointRules rules = new EndpointRules(
                List.of(), List.of(AddressRange.parse("test", "127.0.0.0/8"), AddressRange.parse("test", "::1")));

        assertThat(outcome(pusher(rules, lookup::find).send(post(server.uri("/")))))
                .isEqualTo(new Rejected("the address is not allowed"));
        assertThat(server.received).isEmpty();
    }

    private HttpSender pusher(Duration patience) {
        return start(new HttpSender(EndpointRules.OPEN, patience, HttpSenderTest::defaultTrust, lookup::find));
    }

    private HttpSender pusher(EndpointRules rules, Function<String, CompletionStage<List<InetAddress>>> hosts) {
        return start(new HttpSender(rules, LONG, HttpSenderTest::defaultTrust, hosts));
    }

    private HttpSender start(HttpSender pusher) {
        pushers.add(pusher);
        return pusher;
    }

    private static SSLContext defaultTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpPost post(URI uri) {
        return new HttpPost(uri, Map.of(), "body".getBytes(StandardCharsets.UTF_8));
    }

    private static String kind(PushOutcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static PushOutcome outcome(CompletionStage<PushOutcome> stage) {
        return stage.toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
    }
}
