package io.packetboat.gateway;

import io.packetboat.push.HttpSender;
import io.packetboat.push.PushEntry;
import io.packetboat.push.PushOutcome;
import io.packetboat.push.PushTerms;
import io.packetboat.push.Pusher;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.SmsEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Delivers to telephones through the operator's gateway. */
public final class TextMessagePusher implements Pusher {
    private final Optional<TextMessageGateway> gateway;
    private final HttpSender sender;

    /**
     * @param gateway empty where there is none
     * @param sender not stopped from here
     */
    public TextMessagePusher(Optional<TextMessageGateway> gateway, HttpSender sender) {
        this.gateway = gateway;
        this.sender = sender;
    }

    @Override
    public boolean carries(Endpoint endpoint) {
        return endpoint instanceof SmsEndpoint;
    }

    @Override
    public void require(Endpoint endpoint) {
        if (gateway.isEmpty()) {
            throw new EndpointRefused(
                    "Protocol", "no gateway to telephones is set up on this node (packetboat.sns.sms.url)");
        }
    }

    @Override
    public PushTerms terms(Subscription subscription) {
        return PushTerms.CUSTOMER;
    }

    @Override
    public Duration patience() {
        return HttpSender.PATIENCE;
    }

    @Override
    public CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry) {
        if (gateway.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new PushOutcome.Failed("no gateway to telephones is set up any more"));
        }
        OpenedEnvelope envelope = OpenedEnvelope.of(entry);
        TextMessage message = new TextMessage(
                entry.messageId(),
                subscription.endpoint().target(),
                envelope.message(),
                envelope.find("TopicArn"),
                envelope.attributes());
        return sender.send(gateway.get().post(message));
    }

    @Override
    public void stop() {
        // The sender is everybody's.
    }
}
