package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** FIFO queues with the AWS SDK for Java. */
@ExtendWith(SharedServer.class)
class FifoIT {

    @Test
    void aGroupKeepsItsOrderAndIsLockedWhileInFlight(PacketboatServer server) {
        try (TestQueue queue = TestQueue.fifo(server, Map.of())) {
            send(queue, "a1", "a", "1");
            send(queue, "a2", "a", "2");
            send(queue, "b1", "b", "3");

            Message first = queue.next();
            Message other = queue.next();

            assertThat(first.body()).isEqualTo("a1");
            assertThat(other.body()).isEqualTo("b1");
            assertThat(queue.receive(0, 30)).isEmpty();
            queue.delete(first);
            assertThat(queue.next().body()).isEqualTo("a2");
        }
    }

    @Test
    void aDuplicateIsAnsweredLikeTheFirstAndComesOnce(PacketboatServer server) {
        try (TestQueue queue = TestQueue.fifo(server, Map.of())) {
            SendMessageResponse first = send(queue, "once", "g", "same");
            SendMessageResponse second = send(queue, "once", "g", "same");

            assertThat(second.messageId()).isEqualTo(first.messageId());
            assertThat(second.sequenceNumber())
                    .isEqualTo(first.sequenceNumber())
                    .hasSize(20);
            Message message = queue.next();
            assertThat(message.attributes())
                    .containsEntry(MessageSystemAttributeName.SEQUENCE_NUMBER, first.sequenceNumber())
                    .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "g")
                    .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "same");
            queue.delete(message);
            assertThat(queue.receive(1, 30)).isEmpty();
        }
    }

    @Test
    void theContentIsTheDeduplicationIdWhereTheQueueSaysSo(PacketboatServer server) {
        try (TestQueue queue = TestQueue.fifo(server, Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"))) {
            List<String> ids = List.of(
                    sendWithoutId(queue, "same").messageId(),
                    sendWithoutId(queue, "same").messageId());

            assertThat(ids.get(1)).isEqualTo(ids.get(0));
        }
    }

    @Test
    void whatAFifoQueueNeedsIsAskedFor(PacketboatServer server) {
        try (TestQueue queue = TestQueue.fifo(server, Map.of())) {
            assertThatThrownBy(() -> queue.send("no group"))
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("MissingParameter"));
            assertThatThrownBy(() -> sendWithoutId(queue, "no deduplication"))
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidParameterValue"));
        }
    }

    private static SendMessageResponse send(TestQueue queue, String body, String group, String deduplication) {
        return queue.sqs()
                .sendMessage(send -> send.queueUrl(queue.url())
                        .messageBody(body)
                        .messageGroupId(group)
                        .messageDeduplicationId(deduplication));
    }

    private static SendMessageResponse sendWithoutId(TestQueue queue, String body) {
        return queue.sqs()
                .sendMessage(
                        send -> send.queueUrl(queue.url()).messageBody(body).messageGroupId("g"));
    }
}
