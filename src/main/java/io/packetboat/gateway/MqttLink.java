package io.packetboat.gateway;

import io.packetboat.push.PushOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * The connection to one broker, made when it is needed and given up at the first trouble. It keeps nothing over that: the
 * durable queues of the subscriptions do. The connection is changed behind one lock, which no waiting is done under but that
 * for the connection itself.
 */
final class MqttLink {
    private static final int FIRST_ERROR = 0x80;
    /** The topic's name, the quota and the size, and the payload's form: the same message will never pass. */
    private static final Set<Integer> FINAL = Set.of(0x90, 0x95, 0x99);

    private final MqttBroker broker;
    private final Duration patience;
    private final Supplier<SSLContext> trust;
    private final Object lock = new Object();
    private Optional<MqttAsyncClient> connection = Optional.empty();

    /** @param patience for each of the broker's answers */
    MqttLink(MqttBroker broker, Duration patience, Supplier<SSLContext> trust) {
        this.broker = broker;
        this.patience = patience;
        this.trust = trust;
    }

    boolean leadsTo(MqttBroker other) {
        return broker.isSamePlaceAs(other);
    }

    /** Publishes with quality of service 1, and blocks until the broker has the message or has not. */
    PushOutcome publish(String topic, MqttMessage message) {
        Optional<MqttAsyncClient> client = Optional.empty();
        try {
            client = Optional.of(connected());
            IMqttToken token = client.get().publish(topic, message);
            token.waitForCompletion(patience.toMillis());
            return outcomeOf(token);
        } catch (MqttException e) {
            client.ifPresent(this::giveUp);
            return new PushOutcome.Failed("MQTT reason " + e.getReasonCode());
        }
    }

    private static PushOutcome outcomeOf(IMqttToken token) {
        OptionalInt error = Optional.ofNullable(token.getReasonCodes()).stream()
                .flatMapToInt(Arrays::stream)
                .filter(code -> code >= FIRST_ERROR)
                .findFirst();
        if (error.isEmpty()) {
            return new PushOutcome.Delivered(0);
        }
        String why = "MQTT reason " + error.getAsInt();
        return FINAL.contains(error.getAsInt()) ? new PushOutcome.Rejected(why) : new PushOutcome.Failed(why);
    }

    private MqttAsyncClient connected() throws MqttException {
        synchronized (lock) {
            if (connection.filter(MqttAsyncClient::isConnected).isPresent()) {
                return connection.get();
            }
            connection.ifPresent(MqttLink::close);
            connection = Optional.empty();
            MqttAsyncClient client =
                    new MqttAsyncClient(broker.serverUri(), "packetboat-" + UUID.randomUUID(), new MemoryPersistence());
            try {
                client.connect(options()).waitForCompletion(patience.toMillis());
            } catch (MqttException e) {
                close(client);
                throw e;
            }
            connection = Optional.of(client);
            return client;
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(Math.toIntExact(patience.toSeconds()));
        if (!broker.user().isEmpty()) {
            options.setUserName(broker.user());
            options.setPassword(broker.password().getBytes(StandardCharsets.UTF_8));
        }
        if (broker.secure()) {
            options.setSocketFactory(trust.get().getSocketFactory());
            options.setHttpsHostnameVerificationEnabled(true);
        }
        return options;
    }

    private void giveUp(MqttAsyncClient broken) {
        synchronized (lock) {
            if (connection.filter(present -> present == broken).isPresent()) {
                connection = Optional.empty();
            }
        }
        close(broken);
    }

    void stop() {
        Optional<MqttAsyncClient> last;
        synchronized (lock) {
            last = connection;
            connection = Optional.empty();
        }
        last.ifPresent(MqttLink::close);
    }

    private static void close(MqttAsyncClient client) {
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException e) {
            // It was not connected any more.
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            // Nothing holds it any longer.
        }
    }
}
