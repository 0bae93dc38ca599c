package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAddressException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** The documented errors of the actions on messages, as the classes that the AWS SDK for Java makes of them. */
@ExtendWith(SharedServer.class)
class ErrorsIT {

    static Stream<Arguments> errors() {
        return Stream.of(
                error(
                        "no such queue",
                        QueueDoesNotExistException.class,
                        queue -> queue.sqs().receiveMessage(receive -> receive.queueUrl(queue.url() + "-missing"))),
                error(
                        "no URL",
                        InvalidAddressException.class,
                        queue -> queue.sqs().receiveMessage(receive -> receive.queueUrl("nowhere"))),
                error("a character of no XML", InvalidMessageContentsException.class, queue -> queue.send("\u0000")),
                error("an empty body", SqsException.class, queue -> queue.send("")),
                error("a byte too much", SqsException.class, queue -> queue.send("x".repeat(1_048_577))),
                error(
                        "an unknown attribute",
                        InvalidAttributeNameException.class,
                        queue -> queue.sqs()
                                .receiveMessage(receive -> receive.queueUrl(queue.url())
                                        .messageSystemAttributeNamesWithStrings("Colour"))),
                error(
                        "too many messages",
                        SqsException.class,
                        queue -> queue.sqs()
                                .receiveMessage(
                                        receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(11))),
                error(
                        "an invalid receipt handle",
                        ReceiptHandleIsInvalidException.class,
                        queue -> queue.sqs()
                                .deleteMessage(
                                        delete -> delete.queueUrl(queue.url()).receiptHandle("none"))),
                error("a message that is not in flight", MessageNotInflightException.class, ErrorsIT::changeTooLate));
    }

    static Stream<Arguments> batchErrors() {
        return Stream.of(
                error("an empty batch", EmptyBatchRequestException.class, queue -> batch(queue, List.of())),
                error(
                        "eleven entries",
                        TooManyEntriesInBatchRequestException.class,
                        queue -> batch(
                                queue,
                                IntStream.range(0, 11)
                                        .mapToObj(i -> entry("e" + i, "m"))
                                        .toList())),
                error(
                        "an id twice",
                        BatchEntryIdsNotDistinctException.class,
                        queue -> batch(queue, List.of(entry("a", "m"), entry("a", "m")))),
                error(
                        "an invalid id",
                        InvalidBatchEntryIdException.class,
                        queue -> batch(queue, List.of(entry("a b", "m")))),
                error(
                        "a batch that is too long",
                        BatchRequestTooLongException.class,
                        queue -> batch(
                                queue, List.of(entry("a", "x".repeat(600_000)), entry("b", "x".repeat(600_000))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"errors", "batchErrors"})
    void isRefusedAsDocumented(
            String name, Class<? extends SqsException> expected, Consumer<TestQueue> call, PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            assertThatThrownBy(() -> call.accept(queue)).isExactlyInstanceOf(expected);
        }
    }

    private static Arguments error(String name, Class<? extends SqsException> expected, Consumer<TestQueue> call) {
        return Arguments.of(name, expected, call);
    }

    private static void changeTooLate(TestQueue queue) {
        queue.send("m");
        var message = queue.next();
        queue.release(message);
        queue.release(message);
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static void batch(TestQueue queue, List<SendMessageBatchRequestEntry> entries) {
        queue.sqs().sendMessageBatch(batch -> batch.queueUrl(queue.url()).entries(entries));
    }
}
