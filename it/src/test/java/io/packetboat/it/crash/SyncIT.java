package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that promises to be kept is answered before the disk has it: a kill cannot show that, since the system keeps
 * what a dead process wrote. Here the system's own calls are held.
 */
class SyncIT {
    private static final Duration UNANSWERED_FOR = Duration.ofMillis(1_500);
    private static final Duration ENTERED_WITHIN = Duration.ofSeconds(60);
    private static final long ANSWERED_WITHIN_SECONDS = 120;
    private static final String LARGE_MESSAGES = "large-messages";
    private static final int SMALL = 200;
    private static final int LARGE = 150_000;

    private static final ExecutorService ASKING = Executors.newCachedThreadPool();
    private static List<PacketboatServer> servers = List.of();

    /** @param folder of the data directory with the files that are held */
    private record Promise(String name, String folder, Preparation preparation) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Connects a client up to the point where only the question is left. */
    private interface Preparation {
        Question prepare(PacketboatServer server) throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        HeldDisk.require();
        servers = List.of(PacketboatServer.started("sync"));
    }

    @AfterAll
    static void stop() {
        servers.forEach(PacketboatServer::close);
        ASKING.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void isAnsweredOnlyAfterTheDiskHasIt(Promise promise) throws Exception {
        PacketboatServer server = servers.get(0);
        Path folder = server.dataDirectory().resolve(promise.folder());
        Path trace = server.dataDirectory().resolveSibling("strace.txt");
        try (Question question = promise.preparation().prepare(server)) {
            Future<?> answer;
            try (HeldDisk disk = HeldDisk.of(server.pid(), filesIn(folder), trace)) {
                answer = ASKING.submit(() -> {
                    question.ask();
                    return true;
                });
                await("a force of a file in " + folder)
                        .atMost(ENTERED_WITHIN)
                        .until(() -> answer.isDone()
                                || disk.files().stream().anyMatch(file -> file.startsWith(folder.toString())));
                assertThat(answer).as("answered while the disk is held").isNotDone();
                await("no answer").during(UNANSWERED_FOR).atMost(ENTERED_WITHIN).until(() -> !answer.isDone());
            }

            assertThat(answer.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS)).isEqualTo(true);
        }
    }

    /** A large message gets a file of its own, which nobody can name before. */
    private static List<Path> filesIn(Path folder) throws IOException {
        if (folder.endsWith(LARGE_MESSAGES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    static Stream<Promise> promises() {
        return Stream.of(
                        sends(JmsClients.AMQP),
                        sends(JmsClients.CORE),
                        sends(JmsClients.OPENWIRE),
                        consumptions(),
                        definitions(),
                        otherSends())
                .flatMap(stream -> stream);
    }

    private static Stream<Promise> sends(JmsClients client) {
        JmsQuestions jms = new JmsQuestions(client);
        return Stream.of(
                new Promise(client + ": send", "journal", server -> jms.send(server, SMALL)),
                new Promise(
                        client + ": send of a large message",
                        // The two that send in pieces have files of their own for it.
                        client == JmsClients.OPENWIRE ? "journal" : LARGE_MESSAGES,
                        server -> jms.send(server, LARGE)),
                new Promise(client + ": commit of a send", "journal", jms::commitOfSend));
    }

    private static Stream<Promise> otherSends() {
        return Stream.of(
                new Promise("STOMP: send with receipt", "journal", OtherQuestions::stompSend),
                new Promise("STOMP: commit with receipt", "journal", OtherQuestions::stompCommit),
                new Promise("MQTT: publish, quality 1", "journal", server -> OtherQuestions.mqttPublish(server, 1)),
                new Promise("MQTT: publish, quality 2", "journal", server -> OtherQuestions.mqttPublish(server, 2)),
                new Promise("MQTT: retained publish", "journal", OtherQuestions::mqttRetain));
    }

    private static Stream<Promise> consumptions() {
        return Stream.of(
                new Promise("AMQP: commit", "journal", new JmsQuestions(JmsClients.AMQP)::commitOfReceive),
                new Promise("CORE: commit", "journal", new JmsQuestions(JmsClients.CORE)::commitOfReceive),
                new Promise("CORE: blocking acknowledge", "journal", new JmsQuestions(JmsClients.CORE)::acknowledge),
                new Promise("OPENWIRE: commit", "journal", new JmsQuestions(JmsClients.OPENWIRE)::commitOfReceive),
                new Promise(
                        "OPENWIRE: blocking acknowledge",
                        "journal",
                        new JmsQuestions(JmsClients.OPENWIRE)::acknowledge),
                new Promise("STOMP: ACK with receipt", "journal", OtherQuestions::stompAcknowledge));
    }

    private static Stream<Promise> definitions() {
        Stream<Promise> subscriptions = Stream.of(JmsClients.values())
                .map(client -> new Promise(
                        client + ": durable subscription",
                        "bindings",
                        server -> new JmsQuestions(client).subscribe(server, "held")));
        Stream<Promise> partings = Stream.of(JmsClients.values())
                .map(client -> new Promise(
                        client + ": end of a durable subscription", "bindings", new JmsQuestions(client)::unsubscribe));
        return Stream.of(
                        subscriptions,
                        partings,
                        Stream.of(
                                new Promise("CORE: queue made", "bindings", OtherQuestions::coreQueue),
                                new Promise("CORE: queue deleted", "bindings", OtherQuestions::coreDeletion),
                                new Promise("STOMP: durable subscription", "bindings", OtherQuestions::stompSubscribe),
                                new Promise(
                                        "MQTT: subscription",
                                        "bindings",
                                        server -> OtherQuestions.mqttSubscribe(server, "queue")),
                                new Promise(
                                        "MQTT: subscription, in the session's list",
                                        "journal",
                                        server -> OtherQuestions.mqttSubscribe(server, "list")),
                                new Promise("REST: user made", "database", OtherQuestions::restUser),
                                new Promise("REST: user deleted", "database", OtherQuestions::restDeletion),
                                new Promise(
                                        "MQTT: end of a subscription",
                                        "bindings",
                                        server -> OtherQuestions.mqttUnsubscribe(server, "queue")),
                                new Promise(
                                        "MQTT: end of a subscription, in the session's list",
                                        "journal",
                                        server -> OtherQuestions.mqttUnsubscribe(server, "list", "held/kept")),
                                new Promise(
                                        "MQTT: end of the last subscription, in the session's list",
                                        "journal",
                                        server -> OtherQuestions.mqttUnsubscribe(server, "empty"))))
                .flatMap(stream -> stream);
    }
}
