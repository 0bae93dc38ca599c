package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.AttributeChange.Delay;
import io.packetboat.queue.AttributeChange.Retention;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop between any two steps of a command, and what the next start makes of it. */
class QueueDirectoryTest {
    private static final Caller NODE = TestingIdentity.NODE;
    private static final QueueName ORDERS = new QueueName("orders");
    private static final List<AttributeChange> WANTED =
            List.of(new Delay(Duration.ofSeconds(7)), new Retention(Duration.ofHours(1)));

    @TempDir
    Path directory;

    private final InMemoryQueueStore store = new InMemoryQueueStore();
    private TestingQueues running;

    @BeforeEach
    void start() {
        running = TestingQueues.started(directory, store);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /** The node goes down and comes up again; the store answers again. */
    private void restart() {
        running.close();
        store.work();
        start();
    }

    @Test
    void definitionsAreThereAfterARestart() {
        QueueDefinition created = running.definitions.create(NODE, ORDERS, WANTED, new QueueTags(Map.of("a", "b")));

        restart();

        assertThat(running.memory.definitionOf(ORDERS)).isEqualTo(created);
        assertThat(created.delay()).isEqualTo(Duration.ofSeconds(7));
        assertThat(created.retention()).contains(Duration.ofHours(1));
    }

    @ParameterizedTest(name = "after {0} writes, the next one {1}")
    @CsvSource({"0, refused", "0, unconfirmed", "1, refused", "1, unconfirmed"})
    void aCreationThatWasInterruptedIsFinishedOrNeverBegan(int writes, String next) {
        store.failAfter(writes, next.equals("unconfirmed"));
        assertThatThrownBy(() -> running.definitions.create(NODE, ORDERS, WANTED, QueueTags.NONE))
                .isInstanceOf(PacketboatException.class);

        restart();

        boolean begun = writes > 0 || next.equals("unconfirmed");
        assertThat(running.memory.find(ORDERS).isPresent()).isEqualTo(begun);
        if (begun) {
            QueueDefinition definition = running.memory.definitionOf(ORDERS);
            assertThat(definition.delay()).isEqualTo(Duration.ofSeconds(7));
            assertThat(definition.retention()).contains(Duration.ofHours(1));
            assertThat(definition.attributes().createdAt()).contains(running.identity.clock.instant());
        }
        assertThat(store.load().intents()).isEmpty();
        assertThat(store.load().queues()).hasSize(begun ? 1 : 0);
    }

    @ParameterizedTest(name = "after {0} writes, the next one {1}")
    @CsvSource({"0, refused", "0, unconfirmed", "1, refused", "1, unconfirmed"})
    void aChangeThatWasInterruptedIsFinishedOrNeverBegan(int writes, String next) {
        running.definitions.create(NODE, ORDERS, List.of(), QueueTags.NONE);
        store.failAfter(writes, next.equals("unconfirmed"));
        assertThatThrownBy(() -> running.definitions.change(NODE, ORDERS, WANTED))
                .isInstanceOf(PacketboatException.class);

        restart();

        boolean begun = writes > 0 || next.equals("unconfirmed");
        QueueDefinition definition = running.memory.definitionOf(ORDERS);
        assertThat(definition.delay()).isEqualTo(begun ? Duration.ofSeconds(7) : Duration.ZERO);
        assertThat(definition.retention()).contains(begun ? Duration.ofHours(1) : Duration.ofDays(4));
        assertThat(store.load().intents()).isEmpty();
    }

    @ParameterizedTest(name = "after {0} writes, the next one {1}")
    @CsvSource({"0, refused", "0, unconfirmed", "1, refused", "1, unconfirmed"})
    void aDeletionThatWasInterruptedIsFinishedOrNeverBegan(int writes, String next) {
        running.definitions.create(NODE, ORDERS, WANTED, QueueTags.NONE);
        store.failAfter(writes, next.equals("unconfirmed"));
        assertThatThrownBy(() -> running.definitions.delete(NODE, ORDERS)).isInstanceOf(PacketboatException.class);

        restart();

        boolean begun = writes > 0 || next.equals("unconfirmed");
        assertThat(running.memory.find(ORDERS).isPresent()).isEqualTo(!begun);
        assertThat(store.load().intents()).isEmpty();
        assertThat(store.load().queues()).hasSize(begun ? 0 : 1);
    }

    @Test
    void aStopBetweenTheBrokersOwnStepsIsFinishedToo() {
        QueueIntent intent =
                QueueIntent.create(AttributeChange.applyAll(WANTED, QueueDefinition.fresh(ORDERS)), Optional.of("ada"));
        store.apply(List.of(new QueueChange.Begin(intent)));
        running.testing.broker().queues().create(ORDERS, QueueSettings.DEFAULTS, false, Optional.empty());

        restart();

        assertThat(running.memory.definitionOf(ORDERS).retention()).contains(Duration.ofHours(1));
        assertThat(store.load().intents()).isEmpty();
    }

    @Test
    void whatCannotBeFinishedIsGivenUpAndTheNodeStarts() {
        QueueIntent intent = QueueIntent.create(QueueDefinition.fresh(ORDERS), Optional.empty());
        subscribeAs("orders");
        store.apply(List.of(new QueueChange.Begin(intent)));

        restart();

        assertThat(running.memory.find(ORDERS)).isEmpty();
        assertThat(store.load()).isEqualTo(new QueueStore.Contents(List.of(), List.of()));
    }

    @Test
    void theNextCommandFinishesWhatAFailedWriteLeftOpen() {
        store.failAfter(1, false);
        assertThatThrownBy(() -> running.definitions.create(NODE, ORDERS, WANTED, QueueTags.NONE))
                .isInstanceOf(PacketboatException.class);
        store.work();

        running.definitions.create(NODE, new QueueName("other"), List.of(), QueueTags.NONE);

        assertThat(running.memory.definitionOf(ORDERS).delay()).isEqualTo(Duration.ofSeconds(7));
        assertThat(store.load().intents()).isEmpty();
    }

    @Test
    void whatTheBrokerRefusesLeavesNothingBehind() {
        subscribeAs("orders");

        assertThatThrownBy(() -> running.definitions.create(NODE, new QueueName("orders"), WANTED, QueueTags.NONE))
                .isInstanceOf(PacketboatException.class);

        assertThat(store.load()).isEqualTo(new QueueStore.Contents(List.of(), List.of()));
    }

    /** The queue of a shared subscription is called as the subscription. */
    private void subscribeAs(String name) {
        try (JMSContext jms = running.testing.clientsOf("ada").createContext()) {
            jms.createSharedDurableConsumer(jms.createTopic("prices"), name).close();
        }
    }

    @Test
    void aQueueThatAnotherDoorDeletedLosesItsDefinition() {
        running.definitions.create(NODE, ORDERS, WANTED, QueueTags.NONE);

        running.queues.delete(NODE, ORDERS);

        assertThat(running.memory.find(ORDERS)).isEmpty();
        assertThat(store.load().queues()).isEmpty();
    }

    @Test
    void aLaterQueueOfTheSameNameInheritsNothing() {
        running.definitions.create(NODE, ORDERS, WANTED, QueueTags.NONE);
        StoredQueue former = store.load().queues().get(0);
        running.queues.delete(NODE, ORDERS);
        store.put(former);
        running.queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false);

        restart();

        assertThat(running.memory.definitionOf(ORDERS).delay()).isEqualTo(Duration.ZERO);
        assertThat(running.memory.definitionOf(ORDERS).retention()).isEmpty();
        assertThat(store.load().queues()).isEmpty();
    }
}
