package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.queue.FifoSettings.DeduplicationScope;
import io.packetboat.queue.QueueAttributes;
import io.packetboat.queue.QueueDefinition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final MessageGroupId GROUP = new MessageGroupId("a");
    private static final DeduplicationId ID = new DeduplicationId("id");

    @ParameterizedTest(name = "character {0}")
    @ValueSource(ints = {0x0, 0x1, 0x1F, 0xD83D, 0xDE00, 0xFFFE, 0xFFFF})
    void charactersOutsideOfXmlAreRefused(int character) {
        String body = "a" + (char) character + "b";

        assertThatThrownBy(() -> check(OutgoingMessage.of(body), "orders")).isInstanceOf(InvalidMessageContents.class);
    }

    @Test
    void everyOtherCharacterIsTaken() {
        assertThatCode(() -> check(OutgoingMessage.of("\t\n\r \uD7FF\uE000\uFFFD\uD83D\uDE00"), "orders"))
                .doesNotThrowAnyException();
    }

    @Test
    void aMessageCountsItsAttributesAndItsBytesInUtf8() {
        MessageAttributes attributes = new MessageAttributes(Map.of("ab", MessageAttributes.Text.string("é")));
        OutgoingMessage message = new OutgoingMessage(
                "\uD83D\uDE00", attributes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(SendRules.size(message)).isEqualTo(4 + 2 + 6 + 2);
        assertThatThrownBy(() -> check(OutgoingMessage.of("x".repeat((1 << 20) + 1)), "orders"))
                .isInstanceOf(MessageTooLong.class);
    }

    @Test
    void aFifoQueueDemandsGroupAndDeduplicationAndAllowsNoDelay() {
        assertThatCode(() -> check(OutgoingMessage.of("x", GROUP, ID), "orders.fifo"))
                .doesNotThrowAnyException();
        refused(OutgoingMessage.of("x"), "orders.fifo", "MessageGroupId");
        refused(message(Optional.empty(), Optional.of(GROUP), Optional.empty()), "orders.fifo", "Deduplication");
        refused(
                message(Optional.of(Duration.ofSeconds(1)), Optional.of(GROUP), Optional.of(ID)),
                "orders.fifo",
                "DelaySeconds");
    }

    @Test
    void aStandardQueueAllowsAGroupAndADelayAndNoDeduplication() {
        assertThatCode(() -> check(
                        message(Optional.of(Duration.ofMinutes(15)), Optional.of(GROUP), Optional.empty()), "orders"))
                .doesNotThrowAnyException();
        refused(message(Optional.empty(), Optional.empty(), Optional.of(ID)), "orders", "Deduplication");
        refused(
                message(Optional.of(Duration.ofSeconds(901)), Optional.empty(), Optional.empty()),
                "orders",
                "DelaySeconds");
    }

    private static OutgoingMessage message(
            Optional<Duration> delay, Optional<MessageGroupId> group, Optional<DeduplicationId> deduplication) {
        return new OutgoingMessage("x", MessageAttributes.NONE, delay, group, deduplication, Optional.empty());
    }

    private static void refused(OutgoingMessage message, String queue, String field) {
        assertThatThrownBy(() -> check(message, queue))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining(field);
    }

    private static void check(OutgoingMessage message, String queue) {
        QueueName name = new QueueName(queue);
        SendRules.check(
                message,
                new QueueDefinition(name, QueueAttributes.defaultsOf(name), Optional.empty(), Optional.empty()));
    }

    @Test
    void aReceiptSurvivesItsWayThroughTheClientAndNothingElseDoes() {
        Receipt receipt = new Receipt(7, 1L << 40, 3);

        assertThat(Receipt.of(receipt.handle(), 7)).isEqualTo(receipt);
        for (String wrong :
                new String[] {"", "x", "not base64!", receipt.handle().value() + "AA"}) {
            assertThatThrownBy(() -> Receipt.of(new ReceiptHandle(wrong), 7)).isInstanceOf(ReceiptHandleInvalid.class);
        }
        assertThatThrownBy(() -> Receipt.of(receipt.handle(), 8)).isInstanceOf(ReceiptHandleInvalid.class);
    }

    @Test
    void contentAndScopeDecideWhatIsTheSame() {
        DeduplicationId one = DeduplicationWindow.idOf(OutgoingMessage.of("one"));

        assertThat(one.value()).isEqualTo("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
        assertThat(key(ID, "a", DeduplicationScope.QUEUE)).isEqualTo(key(ID, "b", DeduplicationScope.QUEUE));
        assertThat(key(ID, "a", DeduplicationScope.MESSAGE_GROUP))
                .isNotEqualTo(key(ID, "b", DeduplicationScope.MESSAGE_GROUP));
        assertThat(key(new DeduplicationId("bc"), "a", DeduplicationScope.MESSAGE_GROUP))
                .isNotEqualTo(key(new DeduplicationId("c"), "ab", DeduplicationScope.MESSAGE_GROUP));
    }

    private static Object key(DeduplicationId id, String group, DeduplicationScope scope) {
        return DeduplicationWindow.keyOf(id, Optional.of(new MessageGroupId(group)), scope);
    }
}
