package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiskReserveIT {

    @Test
    void sendingIsUnavailableWhileTheReserveIsReachedAndTheRestGoesOn() {
        Map<String, String> hugeReserve = Map.of("PACKETBOAT_BROKER_DISK_RESERVE", "1000TiB");
        try (PacketboatServer server = PacketboatServer.started("admin-reserve", hugeReserve, List.of())) {
            Api admin = Api.asAdmin(server);
            await().until(() -> admin.get("node").json().getJsonObject("disk").getBoolean("producersBlocked"));

            Answer sent = admin.post("queues/DLQ/messages", "{\"body\": {\"type\": \"text\", \"text\": \"x\"}}");

            assertThat(sent.status()).isEqualTo(503);
            assertThat(sent.fact()).isEqualTo("broker-unavailable");
            assertThat(admin.get("queues/DLQ/messages").status()).isEqualTo(200);
            assertThat(admin.post("queues/DLQ/purge").status()).isEqualTo(204);
            assertThat(admin.post("users", "{\"userName\": \"still\"}").status())
                    .isEqualTo(201);
        }
    }
}
