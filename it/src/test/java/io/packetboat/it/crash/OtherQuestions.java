package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** What clients of STOMP, MQTT and Core's own interface ask. */
final class OtherQuestions {
    private static final long ANSWER_WITHIN_MILLIS = 120_000;
    private static final Map<String, String> SEND = Map.of("destination", "/queue/held.stomp", "persistent", "true");
    private static final Map<String, String> TRANSACTION = Map.of("transaction", "t");

    private OtherQuestions() {}

    static Question stompSend(PacketboatServer server) throws Exception {
        StompConnection client = new StompConnection(server);
        client.request("SEND", SEND, "warm");
        return Question.of(client, () -> client.request("SEND", SEND, "held"));
    }

    static Question stompCommit(PacketboatServer server) throws Exception {
        StompConnection client = new StompConnection(server);
        client.request("SEND", SEND, "warm");
        client.request("BEGIN", TRANSACTION, "");
        Map<String, String> inTransaction = new HashMap<>(SEND);
        inTransaction.putAll(TRANSACTION);
        client.request("SEND", inTransaction, "held");
        return Question.of(client, () -> client.request("COMMIT", TRANSACTION, ""));
    }

    static Question stompAcknowledge(PacketboatServer server) throws Exception {
        StompConnection client = new StompConnection(server);
        client.request("SEND", SEND, "to be consumed");
        client.request(
                "SUBSCRIBE", Map.of("id", "0", "ack", "client-individual", "destination", "/queue/held.stomp"), "");
        String ack = client.message().header("ack");
        return Question.of(client, () -> client.request("ACK", Map.of("id", ack), ""));
    }

    static Question stompSubscribe(PacketboatServer server) throws Exception {
        StompConnection client = new StompConnection(server, "held-stomp");
        return Question.of(
                client,
                () -> client.request(
                        "SUBSCRIBE",
                        Map.of(
                                "id", "0",
                                "ack", "client",
                                "durable-subscription-name", "held",
                                "destination", "/topic/held.topic"),
                        ""));
    }

    static Question mqttPublish(PacketboatServer server, int quality) throws MqttException {
        MqttAsyncClient client = mqtt(server, "held-publisher-" + quality);
        // Without a subscription there would be nothing to keep.
        client.subscribe("held/mqtt/" + quality, quality).waitForCompletion(ANSWER_WITHIN_MILLIS);
        return Question.of(
                client::disconnect,
                () -> client.publish("held/mqtt/" + quality, "held".getBytes(StandardCharsets.UTF_8), quality, false)
                        .waitForCompletion(ANSWER_WITHIN_MILLIS));
    }

    static Question mqttRetain(PacketboatServer server) throws MqttException {
        MqttAsyncClient client = mqtt(server, "held-retainer");
        client.publish("held/retained", "warm".getBytes(StandardCharsets.UTF_8), 1, true)
                .waitForCompletion(ANSWER_WITHIN_MILLIS);
        return Question.of(
                client::disconnect,
                () -> client.publish("held/retained", "held".getBytes(StandardCharsets.UTF_8), 1, true)
                        .waitForCompletion(ANSWER_WITHIN_MILLIS));
    }

    /** @param name of a client that has not been there before */
    static Question mqttSubscribe(PacketboatServer server, String name) throws MqttException {
        MqttAsyncClient client = mqtt(server, "held-subscriber-" + name);
        return Question.of(
                client::disconnect,
                () -> client.subscribe("held/new/" + name, 1).waitForCompletion(ANSWER_WITHIN_MILLIS));
    }

    /** @param kept the client's other subscriptions */
    static Question mqttUnsubscribe(PacketboatServer server, String name, String... kept) throws MqttException {
        MqttAsyncClient client = mqtt(server, "held-parting-" + name);
        client.subscribe("held/old", 1).waitForCompletion(ANSWER_WITHIN_MILLIS);
        for (String topic : kept) {
            client.subscribe(topic, 1).waitForCompletion(ANSWER_WITHIN_MILLIS);
        }
        return Question.of(
                client::disconnect, () -> client.unsubscribe("held/old").waitForCompletion(ANSWER_WITHIN_MILLIS));
    }

    static Question coreQueue(PacketboatServer server) throws Exception {
        CoreQueues queues = new CoreQueues(server);
        return Question.of(queues, () -> queues.create("held.core.created"));
    }

    static Question coreDeletion(PacketboatServer server) throws Exception {
        CoreQueues queues = new CoreQueues(server);
        queues.create("held.core.deleted");
        return Question.of(queues, () -> queues.delete("held.core.deleted"));
    }

    static Question restUser(PacketboatServer server) throws Exception {
        RestUsers users = new RestUsers(server);
        users.create("held-warm");
        return Question.of(users, () -> users.create("held-made"));
    }

    static Question restDeletion(PacketboatServer server) throws Exception {
        RestUsers users = new RestUsers(server);
        users.create("held-deleted");
        return Question.of(users, () -> users.delete("held-deleted"));
    }

    private static MqttAsyncClient mqtt(PacketboatServer server, String id) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(MqttClients.url(server), id, new MemoryPersistence());
        client.connect(MqttClients.options(false)).waitForCompletion(ANSWER_WITHIN_MILLIS);
        return client;
    }
}
