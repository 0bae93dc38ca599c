package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.client.Destination;
import java.util.List;
import org.junit.jupiter.api.Test;

class MqttSessionRestartIT {
    private static final Login OWNER = new Login(Admin.USER, Admin.PASSWORD);

    @Test
    void keptSessionsBelongToTheirOwnersAfterARestart() throws Exception {
        try (PacketboatServer server = PacketboatServer.started("mqtt-owners")) {
            AdminApi api = new AdminApi(server);
            Login other = api.createUser("other", "Passw0rd-of-the-other");
            api.allow("other", List.of("sqs:*", "sns:*"), "*");
            for (Door door : List.of(Door.MQTT_3, Door.MQTT_5)) {
                try (Client client = door.open(server, OWNER, "kept-" + door, true)) {
                    client.consume(Destination.topic("kept-" + door));
                }
                api.publish("kept-" + door, "before the restart");
            }

            server.restart();

            for (Door door : List.of(Door.MQTT_3, Door.MQTT_5)) {
                assertThatThrownBy(() -> door.open(server, other, "kept-" + door, true))
                        .extracting("reasonCode")
                        .isEqualTo(door == Door.MQTT_3 ? 2 : 0x85);
                try (Client client = door.open(server, OWNER, "kept-" + door, true)) {
                    assertThat(client.receive()).isEqualTo("before the restart");
                }
            }
        }
    }
}
