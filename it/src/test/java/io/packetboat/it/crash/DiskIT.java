package io.packetboat.it.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk near its limit holds producers back and nothing else; a full one ends the server and loses nothing. */
class DiskIT {
    private static final long MIB = 1 << 20;
    private static final int SIZE = 2_000;
    private static final int LARGER = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final String QUEUE = "disk";

    private final History history = new History();

    @Test
    void belowTheReserveProducersOfEveryProtocolWaitAndConsumersGoOn() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(512, "reserve");
                PacketboatServer server =
                        PacketboatServer.started("disk-reserve", on(disk, "64MiB", "200ms"), List.of())) {
            MqttSubscriber subscriber = new MqttSubscriber(server, "disk/mqtt", 1, history);
            Load subscribed = Load.of(server, List.of(subscriber));
            subscribed.awaitWorking();
            subscribed.stop();
            List<Lane> lanes = producers(SIZE);
            List<Load> producing =
                    lanes.stream().map(lane -> Load.of(server, List.of(lane))).toList();
            awaitSends(lanes, 0);

            disk.fillUpTo(32 * MIB);
            awaitLog(server, "Producers are blocked", 1);
            awaitSilence(lanes);
            assertThat(readiness(server)).isEqualTo(503);
            tell(lanes, producing);
            consumeAll(server, subscriber);

            int before = history.events().size();
            disk.makeRoom();
            awaitLog(server, "Producers go on", 1);
            List<Load> again = restarted(server, lanes, producing);
            awaitSends(lanes, before);
            assertThat(readiness(server)).isEqualTo(200);
            for (Load load : Stream.of(producing, again).flatMap(List::stream).toList()) {
                load.stop();
            }
            consumeAll(server, subscriber);
            assertThat(count(server, "Producers are blocked")).isEqualTo(1);
        }
        Verdict verdict = HistoryChecker.check(history.events());
        System.out.println("disk, reserve: " + verdict.line());
        assertThat(verdict).as(verdict.line()).matches(Verdict::isClean);
    }

    /** With little memory it is a page that the disk refuses, or takes in part, else a new file of the journal. */
    @ParameterizedTest(name = "{0} of memory")
    @ValueSource(strings = {"512KiB", "256MiB"})
    void fullDiskEndsTheServerCleanlyAndLosesNoConfirmedMessage(String memory) throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(128, "full");
                // As if the disk filled up faster than anybody looks at it.
                PacketboatServer server = PacketboatServer.started("disk-full", onFullDisk(disk, memory), List.of())) {
            MqttSubscriber subscriber = new MqttSubscriber(server, "disk/mqtt", 1, history);
            Load subscribed = Load.of(server, List.of(subscriber));
            subscribed.awaitWorking();
            subscribed.stop();
            Load producing = Load.of(server, producers(LARGER));
            producing.awaitWorking();

            disk.fillUpTo(8 * MIB);
            await("the server ends").atMost(Duration.ofSeconds(180)).until(() -> !server.isRunning());
            System.out.println("disk, full: " + lastWords(server));
            assertThat(server.consoleText()).contains("Packetboat ends").containsIgnoringCase("space");
            producing.stop();

            disk.makeRoom();
            server.start();
            consumeAll(server, subscriber);
        }
        Verdict verdict = HistoryChecker.check(history.events());
        System.out.println("disk, full: " + verdict.line());
        assertThat(verdict).as(verdict.line()).matches(Verdict::isClean);
        assertThat(verdict.totals().sent()).isPositive();
    }

    private List<Lane> producers(int size) {
        return List.of(
                new JmsProducer(JmsClients.AMQP, QUEUE, new Names("AMQP"), size, size, history),
                new JmsProducer(JmsClients.CORE, QUEUE, new Names("CORE"), size, size, history),
                new JmsProducer(JmsClients.OPENWIRE, QUEUE, new Names("OPENWIRE"), size, size, history),
                new StompProducer(QUEUE, new Names("STOMP"), size, history),
                new MqttPublisher("disk/mqtt", 1, new Names("MQTT"), size, history));
    }

    private void awaitSends(List<Lane> lanes, int from) {
        await("every protocol sends")
                .atMost(PATIENCE)
                .until(() -> lanes.stream().allMatch(lane -> sentBy(lane, from) > 0));
    }

    /** Returns when no send was confirmed for a while. */
    private void awaitSilence(List<Lane> lanes) {
        AtomicLong sent = new AtomicLong();
        await("no send is confirmed").during(SILENCE).atMost(PATIENCE).until(() -> {
            long now = sent(lanes);
            return sent.getAndSet(now) == now;
        });
    }

    private long sent(List<Lane> lanes) {
        return lanes.stream().mapToLong(lane -> sentBy(lane, 0)).sum();
    }

    private long sentBy(Lane lane, int from) {
        return history.events().stream()
                .skip(from)
                .filter(event ->
                        event instanceof Event.Sent sent && sent.message().startsWith(lane.name() + "-"))
                .count();
    }

    /** For the reader of the build's log: what a client of each protocol sees. */
    private static void tell(List<Lane> lanes, List<Load> producing) {
        for (int i = 0; i < lanes.size(); i++) {
            List<String> early = producing.get(i).early();
            System.out.println("disk, reserve: " + lanes.get(i).name() + ": "
                    + (early.isEmpty() ? "the send does not return" : "the send fails: " + early));
        }
    }

    /** The lanes whose client got an error instead of having to wait. */
    private static List<Load> restarted(PacketboatServer server, List<Lane> lanes, List<Load> producing) {
        return Stream.iterate(0, i -> i < lanes.size(), i -> i + 1)
                .filter(i -> !producing.get(i).early().isEmpty())
                .map(i -> Load.of(server, List.of(lanes.get(i))))
                .toList();
    }

    private void consumeAll(PacketboatServer server, MqttSubscriber subscriber) throws Exception {
        Lane consumer = new JmsConsumer(JmsClients.CORE, QUEUE, JmsConsumer.Confirmation.COMMIT, history);
        assertThat(new Drain(server, history).empty(List.of(QUEUE, subscriber.queue()), List.of(consumer, subscriber)))
                .isEmpty();
    }

    private static Map<String, String> on(SmallDisk disk, String reserve, String period) {
        return Map.of(
                "PACKETBOAT_DATA_DIRECTORY", disk.root().resolve("data").toString(),
                "PACKETBOAT_BROKER_DISK_RESERVE", reserve,
                "PACKETBOAT_BROKER_DISK_SCAN_PERIOD", period);
    }

    private static Map<String, String> onFullDisk(SmallDisk disk, String memory) {
        Map<String, String> environment = new HashMap<>(on(disk, "1B", "1h"));
        environment.put("PACKETBOAT_BROKER_MAX_MEMORY_PER_ADDRESS", memory);
        environment.put("PACKETBOAT_BROKER_PAGE_SIZE", "128KiB");
        return environment;
    }

    private static int readiness(PacketboatServer server) throws IOException, InterruptedException {
        URI ready = URI.create("http://localhost:" + server.port(ServerPort.HTTP) + "/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static void awaitLog(PacketboatServer server, String text, int times) {
        await(text).atMost(PATIENCE).until(() -> count(server, text) == times);
    }

    private static long count(PacketboatServer server, String text) throws IOException {
        String log = Files.readString(server.messagesLog(), UTF_8);
        return Pattern.compile(Pattern.quote(text)).matcher(log).results().count();
    }

    private static String lastWords(PacketboatServer server) {
        return server.consoleText()
                .lines()
                .filter(line -> line.startsWith("Packetboat ends"))
                .findFirst()
                .orElse("said nothing");
    }
}
