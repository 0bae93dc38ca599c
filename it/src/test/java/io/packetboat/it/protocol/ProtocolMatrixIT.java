package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every protocol sends to every protocol, itself included, plain and with TLS. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProtocolMatrixIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, String> PROPERTIES = Map.of("colour", "red", "weight", "7");

    private final Map<Transport, Map<Protocol, Party>> parties = new EnumMap<>(Transport.class);

    record Route(Transport transport, Protocol sender, Protocol receiver) {
        String name(String what) {
            return ("matrix." + what + "." + transport + "." + sender + "." + receiver).toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return transport + ": " + sender + " to " + receiver;
        }
    }

    @BeforeAll
    void connectEveryone(PacketboatServer server) throws Exception {
        for (Transport transport : Transport.values()) {
            Map<Protocol, Party> connected = new EnumMap<>(Protocol.class);
            for (Protocol protocol : Protocol.values()) {
                connected.put(protocol, protocol.open(server, transport));
            }
            parties.put(transport, connected);
        }
    }

    @AfterAll
    void disconnect() throws Exception {
        for (Map<Protocol, Party> connected : parties.values()) {
            for (Party party : connected.values()) {
                party.close();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void topicCarriesTextWithProperties(Route route) throws Exception {
        Letter sent = Letter.text("Grüße über alle Protokolle").with(PROPERTIES, "order-17");

        Letter received = exchange(route, Destination.topic(route.name("text")), sent);

        assertThat(received.body().bytes()).isEqualTo(sent.body().bytes());
        assertCarriesMeta(route, received, "order-17");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void topicCarriesBytesUnchanged(Route route) throws Exception {
        byte[] everyByte = new byte[1024];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }

        Letter received = exchange(route, Destination.topic(route.name("bytes")), Letter.bytes(everyByte));

        assertThat(received.body().bytes()).isEqualTo(everyByte);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routesBetweenQueues")
    void queueKeepsTextAsTextUntilAConsumerComes(Route route) throws Exception {
        Destination queue = Destination.queue(route.name("queue"));
        Letter sent = Letter.text("waiting").with(PROPERTIES, "order-18");

        party(route.transport(), route.sender()).send(queue, sent);
        Letter received = receive(party(route.transport(), route.receiver()), queue);

        assertThat(received.body().bytes()).isEqualTo(sent.body().bytes());
        if (route.receiver() != Protocol.STOMP) {
            assertThat(received.body()).isInstanceOf(Letter.Body.Text.class);
        }
        assertCarriesMeta(route, received, "order-18");
    }

    private static void assertCarriesMeta(Route route, Letter received, String correlationId) {
        // Artemis gives MQTT 5 subscribers the user properties of MQTT 5 publishers alone.
        boolean lostOnTheWay = route.receiver() == Protocol.MQTT_5 && route.sender() != Protocol.MQTT_5;
        if (route.sender().hasProperties() && route.receiver().hasProperties() && !lostOnTheWay) {
            assertThat(received.properties()).containsAllEntriesOf(PROPERTIES);
            assertThat(received.correlationId()).isEqualTo(correlationId);
        }
    }

    private Letter exchange(Route route, Destination topic, Letter letter) throws Exception {
        try (Party.Mailbox mailbox = party(route.transport(), route.receiver()).consume(topic)) {
            party(route.transport(), route.sender()).send(topic, letter);
            return mailbox.next(SOON);
        }
    }

    private static Letter receive(Party party, Destination queue) throws Exception {
        try (Party.Mailbox mailbox = party.consume(queue)) {
            return mailbox.next(SOON);
        }
    }

    private Party party(Transport transport, Protocol protocol) {
        return parties.get(transport).get(protocol);
    }

    static Stream<Route> routes() {
        return Arrays.stream(Transport.values())
                .flatMap(transport -> Arrays.stream(Protocol.values())
                        .flatMap(sender -> Arrays.stream(Protocol.values())
                                .map(receiver -> new Route(transport, sender, receiver))));
    }

    static Stream<Route> routesBetweenQueues() {
        return routes().filter(
                        route -> route.sender().hasQueues() && route.receiver().hasQueues());
    }
}
