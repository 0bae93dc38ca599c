package io.packetboat.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class MetricsIT {
    private static final Duration SCRAPED_WITHIN = Duration.ofSeconds(60);

    @Test
    void tenMessagesShowOnTheQueueAndOnTheProtocol(PacketboatServer server) throws Exception {
        double before = scrape(server).value("packetboat_messages_received_total{protocol=\"amqp\"}");

        Messages.send(server, "metrics.orders", 10);
        Messages.receive(server, "metrics.orders", 4);

        await().atMost(SCRAPED_WITHIN).untilAsserted(() -> {
            PrometheusText text = scrape(server);
            assertThat(text.value("packetboat_queue_messages{queue=\"metrics.orders\"}"))
                    .isEqualTo(6);
            assertThat(text.value("packetboat_queue_messages_added_total{queue=\"metrics.orders\"}"))
                    .isEqualTo(10);
            assertThat(text.value("packetboat_queue_messages_acknowledged_total{queue=\"metrics.orders\"}"))
                    .isEqualTo(4);
            assertThat(text.value("packetboat_messages_received_total{protocol=\"amqp\"}"))
                    .isEqualTo(before + 10);
        });
    }

    @Test
    void theNodeTellsItsDiskMemoryAndUptime(PacketboatServer server) throws Exception {
        PrometheusText text = scrape(server);

        assertThat(text.value("packetboat_disk_usable_bytes")).isPositive();
        assertThat(text.value("packetboat_disk_total_bytes")).isPositive();
        assertThat(text.value("packetboat_message_memory_limit_bytes")).isPositive();
        assertThat(text.value("packetboat_uptime_seconds")).isPositive();
        assertThat(text.value("packetboat_producers_blocked")).isZero();
        assertThat(text.value("memory_usedHeap_bytes")).isPositive();
    }

    @Test
    void nobodyMakesUpSeriesByRequests(PacketboatServer server) throws Exception {
        int before = scrape(server).series().size();

        for (int i = 0; i < 20; i++) {
            Page.knock(server, "made-up-" + i + ".example");
        }

        assertThat(scrape(server).series()).noneMatch(series -> series.contains("made-up"));
        assertThat(scrape(server).series().size()).isLessThan(before + 20);
    }

    @Test
    void thousandQueuesAreBoundToTheConfiguredNumberAndNoneIsLost() throws Exception {
        try (PacketboatServer server =
                PacketboatServer.started("metrics-bound", Map.of("PACKETBOAT_METRICS_MAX_QUEUES", "50"), List.of())) {
            Messages.sendToQueues(server, "many.", 1_000);

            await().atMost(SCRAPED_WITHIN).untilAsserted(() -> {
                PrometheusText text = scrape(server);
                List<String> series = text.series().stream()
                        .filter(name -> name.startsWith("packetboat_queue_messages{"))
                        .toList();
                assertThat(series).hasSize(51);
                assertThat(series.stream().mapToDouble(text::value).sum()).isEqualTo(1_000);
                assertThat(text.value("packetboat_queue_messages{queue=\"many.0\"}"))
                        .isEqualTo(1);
                assertThat(text.has("packetboat_queue_messages{queue=\"many.999\"}"))
                        .isFalse();
            });
        }
    }

    @Test
    void oneSettingClosesThePageAndUsersStillReadTheirs() throws Exception {
        Map<String, String> closed = Map.of("PACKETBOAT_METRICS_LOGIN_REQUIRED", "true");
        try (PacketboatServer server = PacketboatServer.started("metrics-closed", closed, List.of())) {
            Page page = Page.of(server, "/metrics");

            assertThat(page.status()).isNotEqualTo(200);
            assertThat(page.body()).doesNotContain("packetboat_");
            assertThat(Page.of(server, "/api/v1/metrics").status()).isEqualTo(401);
            Page ofUser = Page.of(server, "/api/v1/metrics", "Authorization", adminLogin());
            assertThat(ofUser.status()).isEqualTo(200);
            assertThat(PrometheusText.parse(ofUser.body()).value("packetboat_queue_messages{queue=\"DLQ\"}"))
                    .isZero();
            assertThat(Page.of(server, "/health/ready").status()).isEqualTo(200);
        }
    }

    private static String adminLogin() {
        byte[] credentials = (Admin.USER + ":" + Admin.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private static PrometheusText scrape(PacketboatServer server) throws Exception {
        Page page = Page.of(server, "/metrics", "Accept", "text/plain");
        assertThat(page.status()).isEqualTo(200);
        return PrometheusText.parse(page.body());
    }
}
