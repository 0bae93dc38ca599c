package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An MQTT session belongs to the user who made it, whoever else knows its client id. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class MqttSessionIT {
    private static final List<String> EVERYTHING = List.of("sqs:*", "sns:*");
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final String owner = "owner-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private final String name = "session-" + UUID.randomUUID();
    private Login owners = new Login("", "");
    private Login others = new Login("", "");

    @BeforeAll
    void makeTheUsers(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        for (String user : List.of(owner, other)) {
            api.createUser(user, "Passw0rd-" + user);
            api.allow(user, EVERYTHING, "*");
        }
        owners = api.createAccessKey(owner);
        others = api.createAccessKey(other);
    }

    @AfterAll
    void deleteTheUsers(PacketboatServer server) throws Exception {
        new AdminApi(server).deleteUser(owner);
        new AdminApi(server).deleteUser(other);
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_ALL, names = "MQTT.*")
    void openSessionIsNotTakenOverByAnotherUser(Door door, PacketboatServer server) throws Exception {
        String topic = topic(door, "open");
        try (Client client = door.open(server, owners, topic, false)) {
            client.consume(Destination.topic(topic));

            assertRefused(door, server, topic, false);
            assertRefused(door, server, topic, true);

            assertThat(client.endsWithin(A_MOMENT)).isFalse();
            client.send(Destination.topic(topic), "still mine");
            assertThat(client.receive()).isEqualTo("still mine");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_ALL, names = "MQTT.*")
    void keptSessionIsNotTakenOverByAnotherUser(Door door, PacketboatServer server) throws Exception {
        String topic = topic(door, "kept");
        leaveSessionBehind(door, server, topic);
        new AdminApi(server).publish(topic, "while away");

        assertRefused(door, server, topic, false);
        assertRefused(door, server, topic, true);

        assertThatMessageWaits(door, server, topic);
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_ALL, names = "MQTT.*")
    void wrongPasswordEndsNobodysSession(Door door, PacketboatServer server) throws Exception {
        String topic = topic(door, "guessed");
        leaveSessionBehind(door, server, topic);
        Login guess = new Login(owner, "a guess", "127.0.4.1");

        assertThatThrownBy(() -> door.open(server, guess, topic, false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> door.open(server, guess, topic, true)).isInstanceOf(Refused.class);
        new AdminApi(server).publish(topic, "while away");

        assertThatMessageWaits(door, server, topic);
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_ALL, names = "MQTT.*")
    void ownerTakesItsSessionOver(Door door, PacketboatServer server) throws Exception {
        String topic = topic(door, "mine");
        try (Client first = door.open(server, owners, topic, true)) {
            first.consume(Destination.topic(topic));

            try (Client second = door.open(server, owners, topic, true)) {
                assertThat(first.endsWithin(Duration.ofSeconds(60))).isTrue();
                second.send(Destination.topic(topic), "to the second");
                assertThat(second.receive()).isEqualTo("to the second");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_ALL, names = "MQTT.*")
    void clientIdOfAnEndedSessionIsFreeForAnybody(Door door, PacketboatServer server) throws Exception {
        String topic = topic(door, "ended");
        try (Client client = door.open(server, owners, topic, false)) {
            client.consume(Destination.topic(topic));
        }

        // MQTT has no answer to a DISCONNECT: the other may come before it is seen.
        try (Client client =
                await().ignoreExceptions().until(() -> door.open(server, others, topic, false), opened -> true)) {
            client.consume(Destination.topic(topic));
            client.send(Destination.topic(topic), "of the other");
            assertThat(client.receive()).isEqualTo("of the other");
        }
    }

    private String topic(Door door, String what) {
        return name + "-" + door + "-" + what;
    }

    private void leaveSessionBehind(Door door, PacketboatServer server, String topic) throws Exception {
        try (Client client = door.open(server, owners, topic, true)) {
            client.consume(Destination.topic(topic));
        }
    }

    /** Without a new subscription: the session is still known. */
    private void assertThatMessageWaits(Door door, PacketboatServer server, String topic) throws Exception {
        try (Client client = door.open(server, owners, topic, true)) {
            assertThat(client.receive()).isEqualTo("while away");
        }
    }

    private void assertRefused(Door door, PacketboatServer server, String clientId, boolean keepsSession) {
        // 3.1.1: identifier rejected; 5: Client Identifier not valid.
        int code = door == Door.MQTT_3 ? 2 : 0x85;
        assertThatThrownBy(() -> door.open(server, others, clientId, keepsSession))
                .extracting("reasonCode")
                .isEqualTo(code);
    }
}
