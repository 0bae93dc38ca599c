package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagedConfirmationTest {
    private static final int ROUNDS = 50;
    private static final int SIZE = 10_000;
    private static final int FILLING = 60;

    @TempDir
    Path directory;

    /** Artemis took the second one, done first, for the first. */
    @Test
    void aPagedMessageIsConfirmedWhenItIsInAPageWhateverElseTheSessionSends() throws Exception {
        BrokerConfig config =
                TestingBroker.config(directory).with(new BrokerConfig.Memory(16 << 20, 256 << 10, 128 << 10));
        try (TestingBroker testing = new TestingBroker(config)) {
            testing.broker().start();
            String url = "tcp://127.0.0.1:" + testing.broker().port("core").orElseThrow();
            try (ServerLocator locator = ActiveMQClient.createServerLocator(url + "?confirmationWindowSize=1048576");
                    ClientSession session =
                            locator.createSessionFactory().createSession("ada", "ada", false, true, true, false, 0)) {
                session.createQueue(QueueConfiguration.of("paged").setRoutingType(RoutingType.ANYCAST));
                session.createQueue(QueueConfiguration.of("other").setRoutingType(RoutingType.ANYCAST));
                ClientProducer paged = session.createProducer("paged");
                ClientProducer other = session.createProducer("other");
                for (int i = 0; i < FILLING; i++) {
                    paged.send(message(session));
                }

                List<Long> growth = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    long before = inPages();
                    CompletableFuture<Long> inPagesWhenConfirmed = new CompletableFuture<>();
                    paged.send(message(session), confirmed -> inPagesWhenConfirmed.complete(inPages()));
                    other.send(message(session), confirmed -> {});
                    growth.add(inPagesWhenConfirmed.get(60, TimeUnit.SECONDS) - before);
                }

                assertThat(growth).allMatch(bytes -> bytes >= SIZE);
            }
        }
    }

    private static ClientMessage message(ClientSession session) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(new byte[SIZE]);
        return message;
    }

    private long inPages() {
        try (Stream<Path> files = Files.walk(directory.resolve("paging"))) {
            return files.filter(file -> file.toString().endsWith(".page"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }
}
