package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagedDeliveriesTest {
    private static final int COUNT = 2_000;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    @TempDir
    Path image;

    @Test
    void aQueueDeeperThanMemoryIsHeldInFlightWholeAndDeleted() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));

            List<Delivery> received = drain(engine, orders, COUNT);
            assertThat(received)
                    .extracting(Delivery::id)
                    .doesNotHaveDuplicates()
                    .hasSize(COUNT);
            received.forEach(delivery -> engine.delete(orders, delivery));

            await().until(() -> engine.numbers(orders).messages() == 0);
        }
    }

    @Test
    void shortPollsOfPagedMessagesFindSome() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));

            for (int i = 0; i < COUNT / 10; i++) {
                assertThat(engine.receiveNow(orders, 10)).isNotEmpty();
            }
        }
    }

    @Test
    void countsAndDeadlinesOfPagedMessagesSurviveACrash() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));
            List<Delivery> hidden = drain(engine, orders, 1_500);
            hidden.subList(0, 500).forEach(delivery -> engine.delete(orders, delivery));

            try (TestingDeliveries restarted = engine.afterCrash(image)) {
                List<Delivery> visible = drain(restarted, orders, COUNT - hidden.size());
                assertThat(visible).extracting(Delivery::id).doesNotContainAnyElementsOf(ids(hidden));
                assertThat(restarted.receiveNow(orders, 10)).isEmpty();
                hidden.subList(500, hidden.size()).forEach(delivery -> restarted.delete(orders, delivery));
                visible.forEach(delivery -> restarted.delete(orders, delivery));

                await().until(() -> restarted.numbers(orders).messages() == 0);
            }
        }
    }

    @Test
    void aHandleDeletesAMessageThatIsStillOnItsPageAfterACrash() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));
            List<Delivery> hidden = drain(engine, orders, COUNT);

            try (TestingDeliveries restarted = engine.afterCrash(image)) {
                hidden.forEach(delivery -> restarted.delete(orders, delivery));

                assertThat(restarted.receiveNow(orders, 10)).isEmpty();
                await().until(() -> restarted.numbers(orders).messages() == 0);
            }
        }
    }

    /** One of each batch stays, so that no page is cleaned up while the disk's image is taken. */
    @Test
    void batchesOfPagedMessagesStayDeletedAfterACrash() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));
            long kept = 0;
            for (int received = 0; received < COUNT; ) {
                List<Delivery> batch = engine.receive(orders, 10, HOUR, Duration.ofSeconds(20));
                assertThat(batch).isNotEmpty();
                engine.deleteBatch(orders, batch.subList(1, batch.size()));
                received += batch.size();
                kept++;
            }
            long left = kept;

            try (TestingDeliveries restarted = engine.afterCrash(image)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> restarted.numbers(orders).messages() == left);
                assertThat(restarted.receiveNow(orders, 10)).isEmpty();
            }
        }
    }

    @Test
    void aPagedMessageIsInAPageWhenItsSenderIsAnswered() {
        try (TestingDeliveries engine = TestingDeliveries.thatPages(directory)) {
            QueueName orders = engine.create("orders");
            engine.sendMany(orders, COUNT, "x".repeat(1_000));

            List<Long> growth = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                long before = inPages();
                growth.add(engine.sentThen(orders, "x".repeat(1_000), this::inPages) - before);
            }

            assertThat(growth).allMatch(bytes -> bytes >= 1_000);
        }
    }

    private long inPages() {
        try (Stream<Path> files = Files.walk(directory.resolve("paging"))) {
            return files.filter(file -> file.toString().endsWith(".page"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<MessageId> ids(List<Delivery> deliveries) {
        Set<MessageId> ids = new HashSet<>();
        deliveries.forEach(delivery -> ids.add(delivery.id()));
        return ids;
    }

    private static List<Delivery> drain(TestingDeliveries engine, QueueName queue, int count) {
        List<Delivery> received = new ArrayList<>();
        while (received.size() < count) {
            List<Delivery> next = engine.receive(queue, 10, HOUR, TestingDeliveries.PATIENCE);
            assertThat(next).as("after %s messages", received.size()).isNotEmpty();
            received.addAll(next);
        }
        return received;
    }
}
