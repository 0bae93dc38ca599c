package io.packetboat.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class HealthIT {
    private static final long GIB = 1L << 30;

    @Test
    void everyReadinessCheckIsNamed(PacketboatServer server) throws Exception {
        Page ready = Page.of(server, "/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        for (String check : List.of("journal", "listeners", "database", "disk")) {
            assertThat(ready.body()).contains("{\"name\":\"" + check + "\",\"status\":\"UP\"");
        }
    }

    @Test
    void everyListenerIsToldWithItsPort(PacketboatServer server) throws Exception {
        String body = Page.of(server, "/health/ready").body();

        for (ServerPort port : ServerPort.values()) {
            if (port != ServerPort.HTTP && port != ServerPort.HTTPS) {
                assertThat(body).contains("\"" + port.name().toLowerCase(Locale.ROOT) + "\":" + server.port(port));
            }
        }
    }

    @Test
    void theStartAndTheProcessAreUp(PacketboatServer server) throws Exception {
        assertThat(Page.of(server, "/health/started").body()).contains("{\"name\":\"start\",\"status\":\"UP\"");
        assertThat(Page.of(server, "/health/live").body()).contains("{\"name\":\"process\",\"status\":\"UP\"");
    }

    @Test
    void theNodeIsNotReadyWhileItsDiskIsBelowTheReserveAndReadyAgainAfterwards() throws Exception {
        long usable = Files.getFileStore(Path.of(".")).getUsableSpace();
        assumeThat(usable).as("room to fill").isGreaterThan(8 * GIB);
        String reserve = (usable - 2 * GIB) / (1 << 20) + "MiB";
        try (PacketboatServer server = PacketboatServer.started(
                "health-disk",
                Map.of("PACKETBOAT_BROKER_DISK_RESERVE", reserve, "PACKETBOAT_BROKER_DISK_SCAN_PERIOD", "200ms"),
                List.of())) {
            assertThat(Page.of(server, "/health/ready").status()).isEqualTo(200);

            Path ballast = server.dataDirectory().resolve("ballast");
            try {
                fill(ballast, 4 * GIB);
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertBlocked(server));
                assertThat(Page.of(server, "/health/live").status()).isEqualTo(200);
            } finally {
                Files.deleteIfExists(ballast);
            }

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(Page.of(server, "/health/ready").status())
                                    .isEqualTo(200));
        }
    }

    private static void assertBlocked(PacketboatServer server) throws Exception {
        Page ready = Page.of(server, "/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body())
                .contains("{\"name\":\"disk\",\"status\":\"DOWN\"", "\"producers\":\"blocked\"")
                .contains("{\"name\":\"journal\",\"status\":\"UP\"");
        assertThat(PrometheusText.parse(Page.of(server, "/metrics", "Accept", "text/plain")
                                .body())
                        .value("packetboat_producers_blocked"))
                .isEqualTo(1);
    }

    /** Written in full, since a sparse file takes no room. */
    private static void fill(Path file, long bytes) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(16 << 20);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; written < bytes; written += chunk.capacity()) {
                channel.write(chunk.clear());
            }
        }
    }
}
