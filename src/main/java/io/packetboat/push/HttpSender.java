package io.packetboat.push;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.packetboat.kernel.InvalidValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Sends requests to endpoints, each on a connection of its own, and never waits on a thread. Safe for any number of threads.
 */
public final class HttpSender {
    /** How long SNS waits for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int THREADS = 2;
    private static final int HEAD_LINE = 8_192;
    private static final int CHUNK = 8_192;
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    private final EndpointRules rules;
    private final Duration patience;
    private final Supplier<SSLContext> trust;
    private final Function<String, CompletionStage<List<InetAddress>>> lookup;
    private final EventLoopGroup loops =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("packetboat-push", true));

    /**
     * @param patience from the first step to the answer's status
     * @param trust by which certificates of endpoints are checked
     */
    public HttpSender(
            EndpointRules rules,
            Duration patience,
            Supplier<SSLContext> trust,
            Function<String, CompletionStage<List<InetAddress>>> lookup) {
        this.rules = rules;
        this.patience = patience;
        this.trust = trust;
        this.lookup = lookup;
    }

    Duration patience() {
        return patience;
    }

    /** False for a URL with an address in it that is never sent to; names are looked up for each attempt, not here. */
    boolean mayReach(URI url) {
        String host = url.getHost();
        boolean isAddress = host.startsWith("[") || IPV4.matcher(host).matches();
        return !isAddress || rules.allows(addressOf(host));
    }

    private static InetAddress addressOf(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new InvalidValue("Endpoint", "must name a host");
        }
    }

    /** One attempt; the stage never fails, and completes on a thread that must not be held up. */
    public CompletionStage<PushOutcome> send(HttpPost post) {
        CompletableFuture<PushOutcome> outcome = new CompletableFuture<>();
        var timer = loops.next()
                .schedule(
                        () -> outcome.complete(
                                new PushOutcome.Failed("no answer within " + patience.toSeconds() + " s")),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
        var unused = outcome.whenComplete((done, failure) -> timer.cancel(false));
        lookup.apply(post.host()).whenComplete((addresses, failure) -> {
            if (failure != null) {
                outcome.complete(new PushOutcome.Failed("the host is not known"));
            } else {
                connect(post, addresses, outcome);
            }
        });
        return outcome;
    }

    private void connect(HttpPost post, List<InetAddress> addresses, CompletableFuture<PushOutcome> outcome) {
        addresses.stream()
                .filter(rules::allows)
                .findFirst()
                .ifPresentOrElse(
                        address -> connect(post, address, outcome),
                        () -> outcome.complete(new PushOutcome.Rejected("the address is not allowed")));
    }

    private void connect(HttpPost post, InetAddress address, CompletableFuture<PushOutcome> outcome) {
        if (outcome.isDone()) {
            return;
        }
        var connected = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        prepare(channel, post, outcome);
                    }
                })
                // The address that was checked, and not the name, which could mean another one by now.
                .connect(new InetSocketAddress(address, post.port()));
        Channel channel = connected.channel();
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                outcome.complete(new PushOutcome.Failed("no connection"));
            }
        });
        var unused = outcome.whenComplete((done, failure) -> {
            var unusedClose = channel.close();
        });
    }

    private void prepare(Channel channel, HttpPost post, CompletableFuture<PushOutcome> outcome) {
        if (post.isSecure()) {
            channel.pipeline().addLast(tls(post));
        }
        channel.pipeline()
                .addLast(new HttpClientCodec(HEAD_LINE, HEAD_LINE, CHUNK))
                .addLast(new PostExchange(post, outcome));
    }

    private SslHandler tls(HttpPost post) {
        SSLEngine engine = trust.get().createSSLEngine(post.host(), post.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return new SslHandler(engine);
    }

    /** Ends all attempts; their outcomes are failures. */
    public void stop() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
