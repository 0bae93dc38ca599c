package io.packetboat.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicAttributeChange.DisplayName;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop between any two steps of a command, and what the next start makes of it. */
class TopicDirectoryTest {
    private static final Caller NODE = TestingIdentity.NODE;
    private static final TopicName PRICES = new TopicName("prices");
    private static final List<TopicAttributeChange> WANTED = List.of(new DisplayName("Prices"));

    @TempDir
    Path folder;

    private final List<TopicName> subscriptionsForgotten = new ArrayList<>();
    private final InMemoryTopicStore store = new InMemoryTopicStore(subscriptionsForgotten::add);
    private TestingTopics running;

    @BeforeEach
    void start() {
        running = TestingTopics.of(folder, store).start(() -> {});
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
        TopicDefinition created = running.definitions.create(NODE, PRICES, WANTED, new TopicTags(Map.of("a", "b")));

        restart();

        assertThat(running.memory.definitionOf(PRICES)).isEqualTo(created);
        assertThat(created.attributes().displayName()).isEqualTo("Prices");
        assertThat(running.testing.broker().topics().exists(PRICES)).isTrue();
    }

    @ParameterizedTest(name = "the first write {0}")
    @CsvSource({"refused", "unconfirmed"})
    void aCreationThatWasInterruptedIsFinishedOrNeverBegan(String write) {
        boolean begun = write.equals("unconfirmed");
        store.failAfter(0, begun);
        assertThatThrownBy(() -> running.definitions.create(NODE, PRICES, WANTED, TopicTags.NONE))
                .isInstanceOf(PacketboatException.class);

        restart();

        assertThat(running.memory.find(PRICES).isPresent()).isEqualTo(begun);
        assertThat(running.testing.broker().topics().exists(PRICES)).isEqualTo(begun);
        assertThat(store.load()).hasSize(begun ? 1 : 0);
    }

    @ParameterizedTest(name = "after {0} writes, the next one {1}")
    @CsvSource({"0, refused", "0, unconfirmed", "1, refused", "1, unconfirmed"})
    void aDeletionThatWasInterruptedIsFinishedOrNeverBegan(int writes, String next) {
        running.definitions.create(NODE, PRICES, WANTED, TopicTags.NONE);
        store.failAfter(writes, next.equals("unconfirmed"));
        assertThatThrownBy(() -> running.definitions.delete(NODE, PRICES)).isInstanceOf(PacketboatException.class);

        restart();

        boolean begun = writes > 0 || next.equals("unconfirmed");
        assertThat(running.memory.find(PRICES).isPresent()).isEqualTo(!begun);
        assertThat(running.testing.broker().topics().exists(PRICES)).isEqualTo(!begun);
        assertThat(store.load()).hasSize(begun ? 0 : 1);
        assertThat(subscriptionsForgotten.isEmpty()).isEqualTo(!begun);
    }

    @Test
    void theNextCommandFinishesWhatAFailedWriteLeftOpen() {
        running.definitions.create(NODE, PRICES, WANTED, TopicTags.NONE);
        store.failAfter(1, false);
        assertThatThrownBy(() -> running.definitions.delete(NODE, PRICES)).isInstanceOf(PacketboatException.class);
        store.work();

        running.definitions.create(NODE, new TopicName("other"), List.of(), TopicTags.NONE);

        assertThat(running.memory.find(PRICES)).isEmpty();
        assertThat(store.load()).hasSize(1);
    }

    @Test
    void whatAStopLeftBetweenTheDatabaseAndTheBrokerIsMadeAtTheNextStart() {
        store.put(StoredTopic.present(PRICES, TopicAttributes.defaultsOf(PRICES)));

        restart();

        assertThat(running.testing.broker().topics().exists(PRICES)).isTrue();
        assertThat(running.memory.definitionOf(PRICES).defined()).isTrue();
    }

    @Test
    void aTopicThatAnotherDoorDeletedLosesItsDefinitionAndItsSubscriptions() {
        running.definitions.create(NODE, PRICES, WANTED, TopicTags.NONE);

        running.testing.broker().topics().delete(PRICES);

        assertThat(running.memory.find(PRICES)).isEmpty();
        assertThat(store.load()).isEmpty();
        assertThat(subscriptionsForgotten).containsExactly(PRICES);
    }

    @Test
    void theAdministratorsDeletionTakesTheDefinitionWithIt() {
        running.definitions.create(NODE, PRICES, WANTED, TopicTags.NONE);

        running.topics.delete(NODE, PRICES);

        assertThat(running.memory.find(PRICES)).isEmpty();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void aTopicOfAProtocolStaysForItsDefinitionWhenItsLastSubscriberHasGone() {
        try (JMSContext jms = running.testing.clientsOf("ada").createContext()) {
            jms.createConsumer(jms.createTopic("prices"));
            running.definitions.change(NODE, PRICES, WANTED);
        }

        restart();

        assertThat(running.memory.definitionOf(PRICES).attributes().displayName())
                .isEqualTo("Prices");
        assertThat(running.testing.broker().topics().exists(PRICES)).isTrue();
    }

    @Test
    void topicsOfProtocolsAreFoundButNotListed() {
        running.topics.create(NODE, PRICES);

        assertThat(running.memory.definitionOf(PRICES).defined()).isFalse();
        assertThat(running.definitions.list(NODE, PageRequest.first(10)).items())
                .isEmpty();
        running.definitions.tag(NODE, PRICES, new TopicTags(Map.of("a", "b")));
        assertThat(running.definitions.list(NODE, PageRequest.first(10)).items())
                .containsExactly(PRICES);
    }
}
