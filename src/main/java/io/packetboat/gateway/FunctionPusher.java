package io.packetboat.gateway;

import io.packetboat.push.HttpPost;
import io.packetboat.push.HttpSender;
import io.packetboat.push.PushEntry;
import io.packetboat.push.PushOutcome;
import io.packetboat.push.PushTerms;
import io.packetboat.push.Pusher;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.FunctionEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Invokes functions through the HTTP API of AWS Lambda, without waiting for what they answer.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public final class FunctionPusher implements Pusher {
    private final Optional<URI> gateway;
    private final HttpSender sender;
    private final SubscriptionArns arns;

    /**
     * @param gateway what the API's paths are appended to; empty where there are no functions
     * @param sender not stopped from here
     */
    public FunctionPusher(Optional<URI> gateway, HttpSender sender, SubscriptionArns arns) {
        this.gateway = gateway;
        this.sender = sender;
        this.arns = arns;
    }

    @Override
    public boolean carries(Endpoint endpoint) {
        return endpoint instanceof FunctionEndpoint;
    }

    @Override
    public void require(Endpoint endpoint) {
        if (gateway.isEmpty()) {
            throw new EndpointRefused(
                    "Protocol", "no functions are set up on this node (packetboat.sns.lambda.endpoint)");
        }
        if (FunctionName.find(endpoint.target()).isEmpty()) {
            throw new EndpointRefused("Endpoint", "Lambda endpoint ARN");
        }
    }

    @Override
    public PushTerms terms(Subscription subscription) {
        return PushTerms.MANAGED;
    }

    @Override
    public Duration patience() {
        return HttpSender.PATIENCE;
    }

    @Override
    public CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry) {
        Optional<FunctionName> function =
                FunctionName.find(subscription.endpoint().target());
        if (gateway.isEmpty() || function.isEmpty()) {
            return CompletableFuture.completedFuture(new PushOutcome.Failed("no functions are set up any more"));
        }
        String event = InvocationEvent.of(arns.of(subscription), OpenedEnvelope.of(entry));
        return sender.send(new HttpPost(
                function.get().invocationAt(gateway.get()),
                Map.of("X-Amz-Invocation-Type", "Event", "Content-Type", "application/json"),
                event.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void stop() {
        // The sender is everybody's.
    }
}
