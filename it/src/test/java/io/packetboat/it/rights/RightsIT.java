package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import jakarta.jms.JMSException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of adr/0004, row by row on each protocol: exactly the documented rights do, and each one is needed. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RightsIT {

    private final Map<Door, Login> users = new EnumMap<>(Door.class);

    record Allowed(Door door, Row row) {
        @Override
        public String toString() {
            return door + ": " + row + " with " + row.rightsWithout("");
        }
    }

    record Denied(Door door, Row row, String missing) {
        @Override
        public String toString() {
            return door + ": " + row + " without " + missing;
        }
    }

    @BeforeAll
    void makeAUserForEachDoor(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        for (Door door : Door.values()) {
            String name = "rights-" + door;
            api.createUser(name, "Passw0rd-" + door);
            users.put(door, api.createAccessKey(name));
        }
    }

    @AfterAll
    void deleteTheUsers(PacketboatServer server) throws Exception {
        for (Door door : users.keySet()) {
            new AdminApi(server).deleteUser("rights-" + door);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void documentedRightsAreEnough(Allowed allowed, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        Row row = allowed.row();
        String name = newName();
        row.prepare(api, name);
        api.allow("rights-" + allowed.door(), row.rightsWithout(""), row.resource(name));

        try (Client client = open(allowed.door(), row, server)) {
            row.act(client, name);

            for (Row.Effect effect : row.needed().values()) {
                if (effect != Row.Effect.NONE) {
                    await().until(() -> effect.seen(api, name));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("denied")
    void eachDocumentedRightIsNeeded(Denied denied, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        Row row = denied.row();
        String name = newName();
        row.prepare(api, name);
        api.allow("rights-" + denied.door(), row.rightsWithout(denied.missing()), row.resource(name));

        try (Client client = open(denied.door(), row, server)) {
            if (row.refusesInWords(denied.door())) {
                assertThatThrownBy(() -> row.act(client, name)).isInstanceOf(Refused.class);
            } else {
                actUnanswered(row, client, name);
            }
            assertThat(row.needed().get(denied.missing()).seen(api, name)).isFalse();
        }
        assertThat(row.needed().get(denied.missing()).seen(api, name)).isFalse();
    }

    /** The protocol has no word for this refusal: whether it tells something is its client's affair. */
    private static void actUnanswered(Row row, Client client, String name) throws Exception {
        try {
            row.act(client, name);
        } catch (JMSException | MqttException silentElsewhere) {
            // Only what is there to be seen counts.
        }
    }

    private Client open(Door door, Row row, PacketboatServer server) throws Exception {
        boolean durable = row == Row.SUBSCRIBE_DURABLY || row == Row.END_DURABLE_SUBSCRIPTION;
        return door.open(server, users.get(door), newName(), durable);
    }

    static Stream<Allowed> allowed() {
        return Arrays.stream(Row.values()).flatMap(row -> row.doors().stream().map(door -> new Allowed(door, row)));
    }

    static Stream<Denied> denied() {
        return allowed()
                .flatMap(allowed -> allowed.row().needed().keySet().stream()
                        .map(missing -> new Denied(allowed.door(), allowed.row(), missing)));
    }

    private static String newName() {
        return "rights." + UUID.randomUUID().toString().substring(0, 13);
    }
}
