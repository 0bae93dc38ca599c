package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.DiskState;
import io.packetboat.kernel.messaging.NewMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.core.server.files.FileStoreMonitor.FileStoreMonitorType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskTest {
    private static final QueueName ORDERS = new QueueName("orders");

    @TempDir
    Path directory;

    private final List<DiskState> told = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private final BrokerObserver observer = new BrokerObserver() {
        @Override
        public void diskChanged(DiskState state) {
            told.add(state);
        }

        @Override
        public void failed(String reason, Throwable cause) {
            failures.add(reason);
        }
    };

    @Test
    void observersHearOnceOfTheBlockAndOnceOfItsEnd() {
        DiskWatch watch = new DiskWatch(100, new Observers(List.of(observer)));

        watch.tick(500, 1_000, true, FileStoreMonitorType.MinDiskFree);
        watch.tick(90, 1_000, false, FileStoreMonitorType.MinDiskFree);
        watch.tick(80, 1_000, false, FileStoreMonitorType.MinDiskFree);
        watch.tick(200, 1_000, true, FileStoreMonitorType.MinDiskFree);

        assertThat(told).containsExactly(new DiskState(90, 1_000, 100, true), new DiskState(200, 1_000, 100, false));
        assertThat(watch.state().usable()).isEqualTo(200);
    }

    @Test
    void belowTheReserveProducersWaitAndConsumptionGoesOn() throws Exception {
        try (TestingBroker testing = TestingBroker.started(directory);
                JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "before");
        }
        BrokerConfig.Disk beyondAnyDisk = new BrokerConfig.Disk(Long.MAX_VALUE / 2, Duration.ofMillis(100));
        try (TestingBroker testing =
                new TestingBroker(TestingBroker.config(directory).with(beyondAnyDisk), observer)) {
            testing.broker().start();
            Awaitility.await().until(() -> testing.broker().disk().blocked());

            try (JMSContext producer = testing.clientsOf("ada").createContext();
                    JMSContext consumer = testing.clientsOf("ada").createContext()) {
                CompletableFuture<Void> sent = CompletableFuture.runAsync(
                        () -> producer.createProducer().send(producer.createQueue("orders"), "blocked"));
                assertThatThrownBy(() -> sent.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(consumer.createConsumer(consumer.createQueue("orders"))
                                .receiveBody(String.class, 60_000))
                        .isEqualTo("before");
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(told).extracting(DiskState::blocked).containsExactly(true));
                assertThat(testing.broker().disk().blocked()).isTrue();
                assertThatThrownBy(() -> testing.broker().messages().send(ORDERS, NewMessage.text("by hand")))
                        .isInstanceOf(BrokerUnavailable.class)
                        .hasMessageContaining("disk");
            }
        }
    }

    /** The larger ones are files of their own, the smaller ones fill the journal. */
    @ParameterizedTest(name = "{0} bytes each")
    @ValueSource(ints = {20 * 1024, 100 * 1024})
    void aFullDiskIsToldAndLosesNoConfirmedMessage(int size) throws Exception {
        Path disk = mountSmallDisk();
        try {
            int confirmed = sendUntilTheDiskIsFull(disk, size);

            assertThat(failures).hasSize(1);
            assertThat(confirmed).isPositive();
            Files.delete(disk.resolve("filler"));
            assertThat(receive(disk, confirmed)).containsAll(numbers(confirmed));
        } finally {
            // Lazily: the broker that failed closes its last files on threads of its own.
            assertThat(run("umount", "--lazy", disk.toString())).isTrue();
        }
    }

    private int sendUntilTheDiskIsFull(Path disk, int size) throws IOException {
        int confirmed = 0;
        try (TestingBroker testing = new TestingBroker(onSmallDisk(disk), observer)) {
            testing.broker().start();
            fillUpTo(disk, 3 << 20);
            try (JMSContext jms = testing.clientsOf("ada").createContext()) {
                for (; failures.isEmpty() && confirmed < 10_000; confirmed++) {
                    jms.createProducer()
                            .setProperty("number", confirmed)
                            .send(jms.createQueue("orders"), new byte[size]);
                }
            } catch (JMSRuntimeException e) {
                Awaitility.await().until(() -> !failures.isEmpty());
            }
        }
        return confirmed;
    }

    private static BrokerConfig onSmallDisk(Path disk) {
        return BrokerConfig.in(disk.resolve("data")).with(new BrokerConfig.Disk(1, Duration.ofMillis(100)));
    }

    /** As many, or all that there are. */
    private static List<Integer> receive(Path disk, int most) throws Exception {
        List<Integer> received = new ArrayList<>();
        try (TestingBroker testing = new TestingBroker(onSmallDisk(disk))) {
            testing.broker().start();
            try (JMSContext jms = testing.clientsOf("ada").createContext()) {
                var consumer = jms.createConsumer(jms.createQueue("orders"));
                for (int i = 0; i < most; i++) {
                    received.add(consumer.receive(60_000).getIntProperty("number"));
                }
            }
        }
        return received;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void fillUpTo(Path disk, long left) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        try (RandomAccessFile filler =
                new RandomAccessFile(disk.resolve("filler").toFile(), "rw")) {
            byte[] block = new byte[1 << 16];
            for (long written = 0; written < free - left; written += block.length) {
                filler.write(block);
            }
        }
    }

    /** Needs the right to mount, which root in a plain container has not; the build servers' machines do. */
    private Path mountSmallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()), "mounting is not allowed");
        return disk;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
