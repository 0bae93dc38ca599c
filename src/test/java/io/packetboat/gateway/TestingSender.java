package io.packetboat.gateway;

import io.packetboat.push.EndpointRules;
import io.packetboat.push.HttpSender;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** A sender to servers of the loopback. */
final class TestingSender implements AutoCloseable {
    private final HttpSender sender = new HttpSender(
            EndpointRules.OPEN,
            Duration.ofSeconds(60),
            TestingSender::trust,
            host -> CompletableFuture.completedFuture(List.of(InetAddress.getLoopbackAddress())));

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpSender sender() {
        return sender;
    }

    @Override
    public void close() {
        sender.stop();
    }
}
