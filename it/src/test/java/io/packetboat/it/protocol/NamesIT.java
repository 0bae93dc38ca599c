package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Party.Mailbox;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names that applications bring along from ActiveMQ, RabbitMQ or Mosquitto. */
@ExtendWith(SharedServer.class)
class NamesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQP", "CORE", "OPENWIRE", "STOMP"})
    void queueAndTopicOfOneNameShareNothing(Protocol protocol, PacketboatServer server) throws Exception {
        String name = unique("both");
        try (Party party = protocol.open(server, Transport.PLAIN);
                Party other = protocol.open(server, Transport.PLAIN)) {
            party.send(Destination.queue(name), Letter.text("for the queue"));
            Mailbox onTopic = other.consume(Destination.topic(name));
            party.send(Destination.topic(name), Letter.text("for the topic"));
            party.send(Destination.queue(name), Letter.text("for the queue too"));

            assertThat(onTopic.next(SOON).body().bytes()).asString().isEqualTo("for the topic");
            party.send(Destination.topic(name), Letter.text("last of the topic"));
            assertThat(onTopic.next(SOON).body().bytes()).asString().isEqualTo("last of the topic");

            Mailbox onQueue = party.consume(Destination.queue(name));
            assertThat(onQueue.next(SOON).body().bytes()).asString().isEqualTo("for the queue");
            assertThat(onQueue.next(SOON).body().bytes()).asString().isEqualTo("for the queue too");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQP", "CORE", "OPENWIRE", "STOMP"})
    void queueComesIntoBeingBesideTheTopicOfItsName(Protocol protocol, PacketboatServer server) throws Exception {
        String name = unique("beside");
        try (Party party = protocol.open(server, Transport.PLAIN);
                Party other = protocol.open(server, Transport.PLAIN)) {
            Mailbox onTopic = other.consume(Destination.topic(name));
            Mailbox onQueue = party.consume(Destination.queue(name));

            party.send(Destination.queue(name), Letter.text("for the queue"));
            party.send(Destination.topic(name), Letter.text("for the topic"));

            assertThat(text(onTopic)).isEqualTo("for the topic");
            assertThat(text(onQueue)).isEqualTo("for the queue");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyProtocolTellsTheQueueFromTheTopicOfItsName(Protocol sender, PacketboatServer server) throws Exception {
        String name = unique("apart");
        List<Party> parties = new ArrayList<>();
        List<Mailbox> onTopic = new ArrayList<>();
        try (Party from = sender.open(server, Transport.PLAIN);
                Party queues = Protocol.CORE.open(server, Transport.PLAIN)) {
            queues.send(Destination.queue(name), Letter.text("first of the queue"));
            for (Protocol protocol : Protocol.values()) {
                Party party = protocol.open(server, Transport.PLAIN);
                parties.add(party);
                onTopic.add(party.consume(Destination.topic(name)));
            }
            from.send(Destination.topic(name), Letter.text("first of the topic"));
            (sender.hasQueues() ? from : queues).send(Destination.queue(name), Letter.text("last of the queue"));
            from.send(Destination.topic(name), Letter.text("last of the topic"));

            for (Mailbox mailbox : onTopic) {
                assertThat(text(mailbox)).isEqualTo("first of the topic");
                assertThat(text(mailbox)).isEqualTo("last of the topic");
            }
            try (Mailbox onQueue = (sender.hasQueues() ? from : queues).consume(Destination.queue(name))) {
                assertThat(text(onQueue)).isEqualTo("first of the queue");
                assertThat(text(onQueue)).isEqualTo("last of the queue");
            }
        } finally {
            for (Party party : parties) {
                party.close();
            }
        }
    }

    private static String text(Mailbox mailbox) throws Exception {
        return new String(mailbox.next(SOON).body().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void mqttLevelsAreTheDotsOfATopicName(PacketboatServer server) throws Exception {
        String name = unique("a.b");
        try (Party mqtt = Protocol.MQTT_5.open(server, Transport.PLAIN);
                Party stomp = Protocol.STOMP.open(server, Transport.PLAIN)) {
            Mailbox subscriber = stomp.consume(Destination.topic(name));

            mqtt.send(Destination.topic(name), Letter.text("a/b is a.b"));

            assertThat(subscriber.next(SOON).body().bytes()).asString().isEqualTo("a/b is a.b");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQP", "CORE", "OPENWIRE"})
    void wildcardSubscribesToManyTopics(Protocol protocol, PacketboatServer server) throws Exception {
        String root = "wild" + UUID.randomUUID().toString().replace("-", "");
        // ActiveMQ Classic ends with >, Artemis with #; each client brings its own.
        String pattern = root + (protocol == Protocol.OPENWIRE ? ".>" : ".#");
        try (Party party = protocol.open(server, Transport.PLAIN);
                Party sender = Protocol.STOMP.open(server, Transport.PLAIN)) {
            Mailbox mailbox = party.consume(Destination.topic(pattern));

            sender.send(Destination.topic(root + ".one"), Letter.text("1"));
            sender.send(Destination.topic(root + ".two.three"), Letter.text("23"));

            assertThat(mailbox.next(SOON).body().bytes()).asString().isEqualTo("1");
            assertThat(mailbox.next(SOON).body().bytes()).asString().isEqualTo("23");
        }
    }

    @Test
    void openWireVirtualTopicFeedsAQueueForEachApplication(PacketboatServer server) throws Exception {
        String topic = "VirtualTopic." + unique("orders");
        try (Party party = Protocol.OPENWIRE.open(server, Transport.PLAIN);
                Party other = Protocol.OPENWIRE.open(server, Transport.PLAIN)) {
            Mailbox billing = party.consume(Destination.queue("Consumer.billing." + topic));
            Mailbox shipping = other.consume(Destination.queue("Consumer.shipping." + topic));

            party.send(Destination.topic(topic), Letter.text("order"));

            assertThat(billing.next(SOON).body().bytes()).asString().isEqualTo("order");
            assertThat(shipping.next(SOON).body().bytes()).asString().isEqualTo("order");
        }
    }

    @Test
    void openWireVirtualTopicConsumerFindsWhatCameWhileItWasAway(PacketboatServer server) throws Exception {
        String topic = "VirtualTopic." + unique("orders");
        Destination queue = Destination.queue("Consumer.billing." + topic);
        try (Party party = Protocol.OPENWIRE.open(server, Transport.PLAIN)) {
            party.consume(queue).close();

            party.send(Destination.topic(topic), Letter.text("meanwhile"));

            assertThat(party.consume(queue).next(SOON).body().bytes())
                    .asString()
                    .isEqualTo("meanwhile");
        }
    }

    @Test
    void openWireCompositeNameSendsToEachOfItsQueues(PacketboatServer server) throws Exception {
        String first = unique("first");
        String second = unique("second");
        try (Party party = Protocol.OPENWIRE.open(server, Transport.PLAIN)) {
            party.send(Destination.queue(first + "," + second), Letter.text("to both"));

            assertThat(party.consume(Destination.queue(first)).next(SOON).body().bytes())
                    .asString()
                    .isEqualTo("to both");
            assertThat(party.consume(Destination.queue(second))
                            .next(SOON)
                            .body()
                            .bytes())
                    .asString()
                    .isEqualTo("to both");
        }
    }

    private static String unique(String what) {
        return what + "." + UUID.randomUUID();
    }
}
