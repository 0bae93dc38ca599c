package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.crash.JmsConsumer.Confirmation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who works on the server between two kills: every protocol sends and receives. One queue is shared by all of them, one
 * grows beyond its memory in every other round, and each quality of MQTT has a topic of its own.
 */
final class CrashLanes {
    private static final String SHARED = "crash.shared";
    private static final String PAGING = "crash.paging";
    private static final String DEAD = "DLQ";
    /** Its subscriber's client does not tell what is marked. */
    static final String UNTOLD = "mqtt5";

    private static final int SMALL = 200;
    private static final int PAGED = 2_000;
    /** Beyond the 100 KiB from which clients of Core and AMQP send in pieces. */
    private static final int LARGE = 150_000;

    private final History history;
    private final List<Lane> always;
    private final List<Lane> filling;
    private final List<Lane> emptying;
    private final List<Subscriber> subscribers;
    private final List<DefinitionChanges> changes;

    CrashLanes(PacketboatServer server, History history) throws Exception { // two kinds of MQTT clients
        this.history = history;
        this.subscribers = List.of(
                new MqttSubscriber(server, "crash/qos1", 1, history),
                new MqttSubscriber(server, "crash/qos2", 2, history),
                new Mqtt5Subscriber(server, "crash/mqtt5", history));
        this.changes = Arrays.stream(DefinitionKind.values())
                .map(kind -> new DefinitionChanges(kind, history))
                .toList();
        this.always = List.of(
                producer(JmsClients.AMQP, SHARED, SMALL),
                producer(JmsClients.CORE, SHARED, SMALL),
                producer(JmsClients.OPENWIRE, SHARED, SMALL),
                new StompProducer(SHARED, new Names("stomp"), SMALL, history),
                consumer(JmsClients.AMQP, SHARED, Confirmation.COMMIT),
                consumer(JmsClients.CORE, SHARED, Confirmation.BLOCKING_ACKNOWLEDGE),
                consumer(JmsClients.OPENWIRE, SHARED, Confirmation.COMMIT),
                new StompConsumer(SHARED, history),
                new MqttPublisher("crash/qos1", 1, new Names("mqtt1"), SMALL, history),
                new MqttPublisher("crash/qos2", 2, new Names("mqtt2"), SMALL, history),
                new MqttPublisher("crash/mqtt5", 2, new Names(UNTOLD), SMALL, history));
        this.filling = List.of(producer(JmsClients.AMQP, PAGING, PAGED), producer(JmsClients.CORE, PAGING, PAGED));
        this.emptying = List.of(
                consumer(JmsClients.CORE, PAGING, Confirmation.COMMIT),
                consumer(JmsClients.OPENWIRE, PAGING, Confirmation.BLOCKING_ACKNOWLEDGE));
    }

    /** The lanes of a round, counted from 1. */
    List<Lane> of(int round) {
        List<Lane> lanes = new ArrayList<>(always);
        lanes.addAll(subscribers);
        lanes.addAll(changes);
        lanes.addAll(round % 2 == 1 ? filling : emptying);
        return lanes;
    }

    /** Consumers alone, for everything that may still lie somewhere. */
    List<Lane> draining() {
        List<Lane> lanes = new ArrayList<>(subscribers);
        for (String queue : List.of(SHARED, PAGING, DEAD)) {
            lanes.add(consumer(JmsClients.CORE, queue, Confirmation.COMMIT));
        }
        return lanes;
    }

    /** Every queue that must be empty in the end. */
    List<String> queues() {
        return Stream.concat(
                        Stream.of(SHARED, PAGING, DEAD), subscribers.stream().map(Subscriber::queue))
                .toList();
    }

    /** Asks for every definition. */
    void look(PacketboatServer server) throws Exception {
        for (DefinitionChanges kind : changes) {
            kind.look(server);
        }
    }

    private Lane producer(JmsClients client, String queue, int size) {
        return new JmsProducer(client, queue, new Names(client + "-" + queue), size, LARGE, history);
    }

    private Lane consumer(JmsClients client, String queue, Confirmation confirmation) {
        return new JmsConsumer(client, queue, confirmation, history);
    }
}
