package io.packetboat.aws.endpoint;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.identity.IdentityObserver;
import io.packetboat.identity.SigningKeys;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The AWS endpoint: HTTP/1.1 on one port, plain and TLS alike, for every API that it is given.
 *
 * <p>One instance runs once: start, then stop; both block until done. The rest is safe for any number of threads.
 */
public final class AwsEndpoint {
    private static final String[] TLS_VERSIONS = {"TLSv1.2", "TLSv1.3"};
    private static final int BACKLOG = 1_024;
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private final AwsConfig config;
    private final Supplier<SSLContext> certificate;
    private final BlockingWork blockingWork;
    private final OpenConnections open;
    private final RequestChain chain;
    private final AnswerEncoder encoder;
    private final RequestBudget budget;
    private @Nullable EventLoops loops;
    private volatile @Nullable Channel listening;

    /**
     * @param certificate asked for once, at the start
     * @param apis every service that is spoken here
     * @param keys by which signatures are verified
     * @param blockingWork stopped with the endpoint
     */
    public AwsEndpoint(
            AwsConfig config,
            Supplier<SSLContext> certificate,
            List<Api> apis,
            SigningKeys keys,
            BlockingWork blockingWork,
            Clock clock) {
        this.config = config;
        this.certificate = certificate;
        this.blockingWork = blockingWork;
        this.open = new OpenConnections(config.maxConnections());
        this.chain = new RequestChain(apis, keys, blockingWork, clock, config.maxRequestSize());
        this.encoder = new AnswerEncoder(clock);
        this.budget = new RequestBudget(config.maxPendingSize());
    }

    /** Opens the port; raises {@link EndpointStartFailed} where it is taken, with nothing left running. */
    public void start() {
        EventLoops started = EventLoops.start();
        loops = started;
        ChannelFuture bound = new ServerBootstrap()
                .group(started.acceptor(), started.workers())
                .channel(started.socket())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ConnectionPipeline(config, tls(), chain, encoder, open, budget))
                .bind(config.host(), config.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new EndpointStartFailed(config, bound.cause());
        }
        listening = bound.channel();
    }

    /** Takes no more connections, ends long polls, waits a bounded time for what is being answered; may be called twice. */
    public void stop() {
        Channel channel = listening;
        if (channel != null) {
            channel.close().awaitUninterruptibly();
        }
        listening = null;
        open.finish()
                .completeOnTimeout(null, FINISHING.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        blockingWork.stop();
        EventLoops running = loops;
        if (running != null) {
            running.acceptor().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
            running.workers().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    /** The port that accepts connections, empty while it is closed. */
    public Optional<Integer> port() {
        Channel channel = listening;
        return channel != null && channel.isOpen() && channel.localAddress() instanceof InetSocketAddress address
                ? Optional.of(address.getPort())
                : Optional.empty();
    }

    /** How many connections are open. */
    public int connections() {
        return open.count();
    }

    /** How many bytes all requests hold that are being received or served. */
    public long pendingBytes() {
        return budget.used();
    }

    /** What must hear of changed identities. */
    public IdentityObserver identityObserver() {
        return open;
    }

    private SslContext tls() {
        return new JdkSslContext(
                certificate.get(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                ClientAuth.NONE,
                TLS_VERSIONS,
                false);
    }
}
