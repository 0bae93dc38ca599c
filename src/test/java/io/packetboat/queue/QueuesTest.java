package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.MessageContent;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuesTest {
    private static final Caller NODE = Caller.node("test");
    private static final Caller STRANGER = new Caller(new UserName("stranger"), "192.0.2.1", Caller.Door.ADMIN, true);
    private static final QueueName ORDERS = new QueueName("orders");

    @TempDir
    Path directory;

    private TestingQueues testing;
    private Queues queues;
    private Messages messages;

    @BeforeEach
    void start() {
        testing = TestingQueues.started(directory, new InMemoryQueueStore());
        queues = testing.queues;
        messages = new Messages(testing.testing.broker(), testing.identity.rights, testing.identity.config);
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aCreatedQueueIsFoundListedAndDeleted() {
        queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false);

        assertThat(queues.require(NODE, ORDERS).name()).isEqualTo("orders");
        assertThat(queues.list(NODE, "ord", PageRequest.first(10)).items())
                .extracting(QueueState::name)
                .containsExactly("orders");
        assertThatThrownBy(() -> queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false))
                .isInstanceOf(QueueNameTaken.class);
        queues.delete(NODE, ORDERS);
        assertThatThrownBy(() -> queues.require(NODE, ORDERS)).isInstanceOf(QueueNotFound.class);
        assertThatThrownBy(() -> queues.delete(NODE, ORDERS)).isInstanceOf(QueueNotFound.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"orders.*", "#", "activemq.management", "$sys.mqtt.sessions"})
    void namesThatMeanSomethingElseAreRefused(String name) {
        assertThatThrownBy(() -> queues.create(NODE, new QueueName(name), QueueSettings.DEFAULTS, false))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("queueName");
    }

    @Test
    void aDeadLetterQueueMustExistAndBeAnother() {
        for (String target : new String[] {"missing", "orders"}) {
            QueueSettings settings = new QueueSettings(
                    Optional.empty(),
                    Optional.of(target),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            assertThatThrownBy(() -> queues.create(NODE, ORDERS, settings, false))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("deadLetterQueue");
        }
    }

    @Test
    void aChangeByAnyDoorMovesTheTimeOfTheLastChange() {
        queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false);
        testing.identity.clock.advance(Duration.ofMinutes(1));
        QueueSettings settings = QueueSettings.DEFAULTS.withRetention(Optional.of(Duration.ofHours(1)));

        queues.change(NODE, ORDERS, settings);

        assertThat(queues.settingsOf(NODE, ORDERS)).isEqualTo(settings);
        QueueDefinition definition = testing.definitions.describe(NODE, ORDERS).definition();
        assertThat(definition.retention()).contains(Duration.ofHours(1));
        assertThat(definition.attributes().modifiedAt()).contains(testing.identity.clock.instant());
    }

    @Test
    void nobodyActsWithoutTheRight() {
        queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false);
        long id = messages.send(NODE, ORDERS, NewMessage.text("first"));

        refused(() -> queues.create(STRANGER, new QueueName("new"), QueueSettings.DEFAULTS, false));
        refused(() -> queues.require(STRANGER, ORDERS));
        refused(() -> queues.list(STRANGER, "", PageRequest.first(1)));
        refused(() -> queues.change(STRANGER, ORDERS, QueueSettings.DEFAULTS));
        refused(() -> queues.purge(STRANGER, ORDERS));
        refused(() -> queues.pause(STRANGER, ORDERS));
        refused(() -> queues.resume(STRANGER, ORDERS));
        refused(() -> queues.delete(STRANGER, ORDERS));
        refused(() -> messages.browse(STRANGER, ORDERS, PageRequest.first(1)));
        refused(() -> messages.require(STRANGER, ORDERS, id));
        refused(() -> messages.send(STRANGER, ORDERS, NewMessage.text("second")));
        refused(() -> messages.move(STRANGER, ORDERS, id, new QueueName("DLQ")));
        refused(() -> messages.delete(STRANGER, ORDERS, id));
        refused(() -> messages.returnToOrigin(STRANGER, ORDERS, id));
        refused(() -> messages.returnAllToOrigin(STRANGER, ORDERS));
        assertThat(queues.require(NODE, ORDERS).numbers().messages()).isEqualTo(1);
    }

    private static void refused(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(AccessDenied.class);
    }

    @Test
    void messagesAreBrowsedReadAndDeleted() {
        queues.create(NODE, ORDERS, QueueSettings.DEFAULTS, false);
        long id = messages.send(NODE, ORDERS, NewMessage.text("first"));

        assertThat(messages.browse(NODE, ORDERS, PageRequest.first(10)).items()).hasSize(1);
        assertThat(messages.require(NODE, ORDERS, id).content()).isEqualTo(new MessageContent.Text("first"));
        assertThatThrownBy(() -> messages.returnToOrigin(NODE, ORDERS, id)).isInstanceOf(OriginGone.class);
        messages.delete(NODE, ORDERS, id);
        assertThatThrownBy(() -> messages.delete(NODE, ORDERS, id)).isInstanceOf(MessageNotFound.class);
        assertThatThrownBy(() -> messages.require(NODE, ORDERS, id)).isInstanceOf(MessageNotFound.class);
    }
}
