package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.TopicName;
import io.packetboat.push.PushEntry;
import io.packetboat.push.PushOutcome;
import io.packetboat.push.PushTerms;
import io.packetboat.push.Pusher;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.EmailEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Delivers by mail: the message as text, or its envelope as JSON. */
public final class MailPusher implements Pusher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 8;

    private final Optional<SmtpServer> server;
    private final Mails mails;
    private final GatewayThreads threads = new GatewayThreads("mail", THREADS, PATIENCE);

    /**
     * @param config empty where no mail can be sent
     * @param displayNames a topic's name for people, empty for none
     * @param trust by which the server's certificate is checked
     */
    public MailPusher(
            Optional<SmtpConfig> config,
            Function<TopicName, String> displayNames,
            Supplier<SSLContext> trust,
            Clock clock) {
        this.server = config.map(value -> new SmtpServer(value, PATIENCE.dividedBy(2), trust, clock));
        this.mails = new Mails(displayNames);
    }

    @Override
    public boolean carries(Endpoint endpoint) {
        return endpoint instanceof EmailEndpoint;
    }

    @Override
    public void require(Endpoint endpoint) {
        if (server.isEmpty()) {
            throw new EndpointRefused("Protocol", "no mail server is set up on this node (packetboat.sns.smtp.host)");
        }
        try {
            SmtpConfig.requireAddress(endpoint.target());
        } catch (InvalidValue e) {
            throw new EndpointRefused("Endpoint", "Email address");
        }
    }

    @Override
    public PushTerms terms(Subscription subscription) {
        return PushTerms.CUSTOMER;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry) {
        if (server.isEmpty()) {
            return CompletableFuture.completedFuture(new PushOutcome.Failed("no mail server is set up any more"));
        }
        if (!(subscription.endpoint() instanceof EmailEndpoint endpoint)) {
            throw new IllegalArgumentException("is no mail address");
        }
        return threads.attempt(() -> server.get().send(mails.of(subscription, endpoint, entry)));
    }

    @Override
    public void stop() {
        threads.stop();
    }
}
