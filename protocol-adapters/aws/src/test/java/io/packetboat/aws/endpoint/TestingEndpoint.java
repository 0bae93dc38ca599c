package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.sigv4.TestingSigner;
import io.packetboat.aws.wire.TestingApi;
import io.packetboat.aws.wire.TestingOpenApi;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** The endpoint on a free port, with the testing API, a clock that stands still and clients that need not wait long. */
final class TestingEndpoint implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final int MAX_REQUEST = 64 * 1024;
    static final int MAX_PENDING = 256 * 1024;
    static final int MAX_CONNECTIONS = 50;
    static final AwsConfig.Patience LONG =
            new AwsConfig.Patience(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));
    static final AwsConfig.Patience SHORT =
            new AwsConfig.Patience(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(4));

    final TestingApi api = new TestingApi();
    final TestingOpenApi open = new TestingOpenApi();
    final TestingIdentity identity;
    final AwsEndpoint endpoint;

    TestingEndpoint(Path folder, AwsConfig.Patience patience) {
        this(folder, patience, MAX_CONNECTIONS, MAX_PENDING);
    }

    TestingEndpoint(Path folder, AwsConfig.Patience patience, int maxConnections, long maxPending) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        this.identity = new TestingIdentity(folder, clock);
        this.endpoint = new AwsEndpoint(
                new AwsConfig("127.0.0.1", 0, MAX_REQUEST, maxPending, maxConnections, patience),
                TestingEndpoint::noCertificate,
                List.of(api.api(), open.api()),
                identity.signingKeys(),
                new BlockingWork(),
                clock);
        identity.observe(endpoint.identityObserver());
        endpoint.start();
    }

    int port() {
        return endpoint.port().orElseThrow();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(port());
    }

    TestingSigner signer() {
        return new TestingSigner(TestingIdentity.KEY_ID, TestingIdentity.SECRET, "testing", NOW);
    }

    byte[] signed(String action, String body) {
        return RawClient.signed(signer(), action, body);
    }

    CompletableFuture<?> waiting() {
        return api.waiting.get(api.waiting.size() - 1);
    }

    @Override
    public void close() {
        endpoint.stop();
    }

    /** Enough for a port on which nobody speaks TLS. */
    static SSLContext noCertificate() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
