package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.push.PushEntry;
import io.packetboat.push.PushOutcome;
import io.packetboat.push.PushTerms;
import io.packetboat.push.Pusher;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.MqttEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Publishes notifications on topics of MQTT brokers, which AWS does not do. The payload is the message alone, its attributes
 * are user properties. The messages wait in the subscription's own queue while the broker is away.
 */
public final class MqttPusher implements Pusher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 4;

    private final List<Route> routes;

    /**
     * @param brokers all that may be published to
     * @param trust by which the brokers' certificates are checked
     */
    public MqttPusher(List<MqttBroker> brokers, Supplier<SSLContext> trust) {
        this.routes = brokers.stream()
                .map(broker -> new Route(
                        new MqttLink(broker, PATIENCE.dividedBy(3), trust),
                        new GatewayThreads("mqtt-" + broker.host(), THREADS, PATIENCE)))
                .toList();
    }

    /** A broker that is away holds up its own threads alone. */
    private record Route(MqttLink link, GatewayThreads threads) {}

    @Override
    public boolean carries(Endpoint endpoint) {
        return endpoint instanceof MqttEndpoint;
    }

    @Override
    public void require(Endpoint endpoint) {
        if (!(endpoint instanceof MqttEndpoint mqtt)) {
            throw new IllegalArgumentException("is no topic of MQTT");
        }
        try {
            if (route(MqttTopicAddress.of(mqtt.topic())).isEmpty()) {
                throw new EndpointRefused(
                        "Endpoint", "the broker is not set up on this node (packetboat.sns.mqtt.brokers)");
            }
        } catch (InvalidValue e) {
            throw new EndpointRefused("Endpoint", e.why());
        }
    }

    private Optional<Route> route(MqttTopicAddress address) {
        return routes.stream()
                .filter(route -> route.link().leadsTo(address.broker()))
                .findFirst();
    }

    @Override
    public PushTerms terms(Subscription subscription) {
        return PushTerms.MANAGED;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry) {
        if (!(subscription.endpoint() instanceof MqttEndpoint endpoint)) {
            throw new IllegalArgumentException("is no topic of MQTT");
        }
        MqttTopicAddress address = MqttTopicAddress.of(endpoint.topic());
        Optional<Route> route = route(address);
        if (route.isEmpty()) {
            return CompletableFuture.completedFuture(new PushOutcome.Failed("the broker is not set up any more"));
        }
        Republication message = Republication.of(OpenedEnvelope.of(entry));
        if (message.goesInCircles()) {
            return CompletableFuture.completedFuture(
                    new PushOutcome.Rejected("it was republished " + Republication.MOST_HOPS + " times"));
        }
        return route.get().threads().attempt(() -> route.get().link().publish(address.topic(), message.forMqtt()));
    }

    @Override
    public void stop() {
        routes.forEach(route -> {
            route.threads().stop();
            route.link().stop();
        });
    }
}
