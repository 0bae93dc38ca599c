package io.packetboat.broker.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingCrash;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedeliveryMarksTest {
    private static final int PAGED = 100;

    @TempDir
    Path directory;

    @Test
    void whatWasDeliveredBeforeACrashReturnsMarked() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "orders", 3, 10);
            try (JMSContext jms = unacknowledged(before)) {
                assertThat(receiveAll(jms, "orders", 3)).containsExactly(false, false, false);
                crash("before", "after");
            }
        }

        try (TestingBroker after = started("after");
                JMSContext jms = unacknowledged(after)) {
            assertThat(receiveAll(jms, "orders", 3)).containsExactly(true, true, true);
        }
    }

    @Test
    void whatWasReadFromAPageReturnsMarkedToo() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "orders", PAGED, 10_000);
            try (Stream<Path> files = Files.walk(directory.resolve("before").resolve("paging"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".page")))
                        .isNotEmpty();
            }
            try (JMSContext jms = unacknowledged(before)) {
                assertThat(receiveAll(jms, "orders", PAGED)).containsOnly(false);
                crash("before", "after");
            }
        }

        try (TestingBroker after = started("after");
                JMSContext jms = unacknowledged(after)) {
            assertThat(receiveAll(jms, "orders", PAGED)).containsOnly(true);
        }
    }

    @Test
    void whatNobodyWasGivenIsNotMarked() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "untouched", 3, 10);
            send(before, "orders", 3, 10);
            try (JMSContext jms = unacknowledged(before)) {
                receiveAll(jms, "orders", 3);
                crash("before", "after");
            }
        }

        try (TestingBroker after = started("after");
                JMSContext jms = unacknowledged(after)) {
            assertThat(receiveAll(jms, "untouched", 3)).containsExactly(false, false, false);
        }
    }

    @Test
    void theMarksSurviveASecondCrash() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "orders", 3, 10);
            try (JMSContext jms = unacknowledged(before)) {
                receiveAll(jms, "orders", 3);
                crash("before", "between");
            }
        }
        try (TestingBroker between = started("between")) {
            assertThat(between.broker().isReady()).isTrue();
            crash("between", "after");
        }

        try (TestingBroker after = started("after");
                JMSContext jms = unacknowledged(after)) {
            assertThat(receiveAll(jms, "orders", 3)).containsExactly(true, true, true);
        }
    }

    @Test
    void afterACleanStopWhatCameLaterIsNotMarked() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "orders", 20, 10);
            try (JMSContext jms = unacknowledged(before)) {
                assertThat(receiveAll(jms, "orders", 20)).hasSize(20);
            }
            send(before, "orders", 2, 10);
        }

        try (TestingBroker after = started("before");
                JMSContext jms = unacknowledged(after)) {
            List<Boolean> marked = receiveAll(jms, "orders", 22);
            assertThat(marked.subList(0, 20)).containsOnly(true);
            assertThat(marked.subList(20, 22)).containsOnly(false);
        }
    }

    @Test
    void anAttemptOfTheLastLifeCounts() throws Exception {
        try (TestingBroker before = started("before")) {
            send(before, "orders", 1, 10);
            try (JMSContext jms = unacknowledged(before)) {
                receiveAll(jms, "orders", 1);
                crash("before", "after");
            }
        }

        try (TestingBroker after = started("after");
                JMSContext jms = unacknowledged(after);
                JMSConsumer consumer = jms.createConsumer(jms.createQueue("orders"))) {
            assertThat(consumer.receive(60_000).getIntProperty("JMSXDeliveryCount"))
                    .isEqualTo(2);
        }
    }

    private TestingBroker started(String name) {
        TestingBroker broker = new TestingBroker(TestingBroker.config(directory.resolve(name))
                .with(new BrokerConfig.Memory(16 << 20, 256 << 10, 128 << 10)));
        broker.broker().start();
        return broker;
    }

    private static JMSContext unacknowledged(TestingBroker broker) {
        ConnectionFactory clients = broker.clientsOf("ada");
        return clients.createContext(JMSContext.CLIENT_ACKNOWLEDGE);
    }

    private static void send(TestingBroker broker, String queue, int count, int size) {
        try (JMSContext jms = broker.clientsOf("ada").createContext()) {
            for (int i = 0; i < count; i++) {
                jms.createProducer().send(jms.createQueue(queue), new byte[size]);
            }
        }
    }

    /** Whether each was marked. */
    private static List<Boolean> receiveAll(JMSContext jms, String queue, int count) throws JMSException {
        List<Boolean> marked = new ArrayList<>();
        JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));
        for (int i = 0; i < count; i++) {
            marked.add(consumer.receive(60_000).getJMSRedelivered());
        }
        assertThat(consumer.receive(100)).isNull();
        return marked;
    }

    private void crash(String from, String to) throws IOException {
        TestingCrash.copy(directory.resolve(from), directory.resolve(to));
    }
}
