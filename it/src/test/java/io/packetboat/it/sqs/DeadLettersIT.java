package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** Dead letters and their way back with the AWS SDK for Java. */
@ExtendWith(SharedServer.class)
class DeadLettersIT {

    @Test
    void aMessageThatIsReceivedTooOftenMovesAndATaskMovesItBack(PacketboatServer server) {
        try (TestQueue dead = TestQueue.standard(server, Map.of());
                TestQueue queue = TestQueue.standard(server, redriveTo(dead, 1))) {
            String id = queue.send("unlucky");
            queue.release(queue.next());
            await().until(() -> isDeadAfterAnotherReceive(queue, dead));

            Message letter = dead.next();
            assertThat(letter.messageId()).isEqualTo(id);
            assertThat(letter.attributes())
                    .containsEntry(
                            MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
                            queue.attribute(QueueAttributeName.QUEUE_ARN));
            dead.release(letter);

            dead.sqs().startMessageMoveTask(start -> start.sourceArn(arn(dead)));

            await().until(() -> tasks(dead).get(0).status().equals("COMPLETED"));
            assertThat(tasks(dead).get(0).approximateNumberOfMessagesMoved()).isEqualTo(1);
            assertThat(queue.next().body()).isEqualTo("unlucky");
        }
    }

    @Test
    void aRunningTaskIsTheOnlyOneAndCanBeCancelled(PacketboatServer server) {
        try (TestQueue dead = TestQueue.standard(server, Map.of());
                TestQueue queue = TestQueue.standard(server, redriveTo(dead, 1))) {
            for (int i = 0; i < 60; i++) {
                dead.send("sent by hand " + i);
            }
            String handle = dead.sqs()
                    .startMessageMoveTask(start -> start.sourceArn(arn(dead))
                            .destinationArn(arn(queue))
                            .maxNumberOfMessagesPerSecond(1))
                    .taskHandle();

            assertThatThrownBy(() -> dead.sqs().startMessageMoveTask(start -> start.sourceArn(arn(dead))))
                    .isInstanceOf(UnsupportedOperationException.class);
            dead.sqs().cancelMessageMoveTask(cancel -> cancel.taskHandle(handle));

            await().until(() -> tasks(dead).get(0).status().equals("CANCELLED"));
            assertThatThrownBy(() -> dead.sqs().cancelMessageMoveTask(cancel -> cancel.taskHandle(handle)))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    void onlyDeadLetterQueuesAreMovedFrom(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            assertThatThrownBy(() -> queue.sqs().startMessageMoveTask(start -> start.sourceArn(arn(queue))))
                    .isInstanceOf(SqsException.class)
                    .hasMessageContaining("Source queue must be configured as a Dead Letter Queue");
            assertThatThrownBy(() -> queue.sqs().listMessageMoveTasks(list -> list.sourceArn(arn(queue) + "-missing")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    /** What was released becomes a dead letter when somebody asks for it again. */
    private static boolean isDeadAfterAnotherReceive(TestQueue queue, TestQueue dead) {
        assertThat(queue.receive(0, 0)).isEmpty();
        return dead.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES).equals("1");
    }

    static Map<QueueAttributeName, String> redriveTo(TestQueue dead, int maxReceiveCount) {
        return Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn(dead), maxReceiveCount));
    }

    private static String arn(TestQueue queue) {
        return queue.attribute(QueueAttributeName.QUEUE_ARN);
    }

    private static List<ListMessageMoveTasksResultEntry> tasks(TestQueue dead) {
        return dead.sqs()
                .listMessageMoveTasks(list -> list.sourceArn(arn(dead)).maxResults(10))
                .results();
    }
}
