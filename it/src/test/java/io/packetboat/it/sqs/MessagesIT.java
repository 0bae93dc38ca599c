package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The actions on messages with the AWS SDK for Java: blocking, asynchronous and batching. */
@ExtendWith(SharedServer.class)
class MessagesIT {

    @Test
    void aMessageComesWithItsAttributesAndIsGoneAfterItsDeletion(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            Map<String, MessageAttributeValue> attributes = Map.of(
                    "colour", TestQueue.text("String", "blue & <white>"),
                    "count", TestQueue.text("Number.int", "42"),
                    "price", TestQueue.text("Number", "12.50"),
                    "big", TestQueue.text("Number", "12345678901234567890123456789012345678"),
                    "label", TestQueue.text("String.city", "Oulu"),
                    "raw",
                            MessageAttributeValue.builder()
                                    .dataType("Binary.png")
                                    .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, (byte) 255}))
                                    .build());

            String id = queue.sqs()
                    .sendMessage(send -> send.queueUrl(queue.url())
                            .messageBody("päivää \uD83D\uDE00 <&>\r\n")
                            .messageAttributes(attributes))
                    .messageId();

            Message message = queue.next();
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.body()).isEqualTo("päivää \uD83D\uDE00 <&>\r\n");
            assertThat(message.messageAttributes()).isEqualTo(attributes);
            queue.delete(message);
            assertThat(queue.receive(0, 0)).isEmpty();
        }
    }

    @Test
    void theSystemAttributesTellTheMessagesHistory(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            queue.sqs()
                    .sendMessage(send -> send.queueUrl(queue.url())
                            .messageBody("traced")
                            .messageGroupId("tenant-1")
                            .messageSystemAttributesWithStrings(Map.of(
                                    MessageSystemAttributeNameForSends.AWS_TRACE_HEADER.toString(),
                                    MessageSystemAttributeValue.builder()
                                            .dataType("String")
                                            .stringValue("Root=1-5759e988-bd862e3fe1be46a994272793")
                                            .build())));

            queue.release(queue.next());

            assertThat(queue.next().attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2")
                    .containsEntry(MessageSystemAttributeName.SENDER_ID, "admin")
                    .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "tenant-1")
                    .containsEntry(
                            MessageSystemAttributeName.AWS_TRACE_HEADER, "Root=1-5759e988-bd862e3fe1be46a994272793")
                    .containsKeys(
                            MessageSystemAttributeName.SENT_TIMESTAMP,
                            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
        }
    }

    @Test
    void aReceivedMessageIsHiddenUntilItsTimeoutEnds(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            queue.send("hidden");
            long asked = System.nanoTime();

            assertThat(queue.receive(20, 2)).hasSize(1);
            assertThat(queue.receive(20, 2)).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void aLongPollIsAnsweredByTheFirstMessageThatComes(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                SqsAsyncClient async = AwsClients.async(SqsAsyncClient.builder(), server, "https")) {
            CompletableFuture<ReceiveMessageResponse> poll = async.receiveMessage(
                    receive -> receive.queueUrl(queue.url()).waitTimeSeconds(20));

            queue.send("late");

            assertThat(poll.orTimeout(60, TimeUnit.SECONDS).join().messages())
                    .extracting(Message::body)
                    .containsExactly("late");
        }
    }

    @Test
    void aDelayedMessageComesWhenItsTimeHasCome(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            long asked = System.nanoTime();
            queue.sqs()
                    .sendMessage(send ->
                            send.queueUrl(queue.url()).messageBody("later").delaySeconds(2));

            assertThat(queue.next().body()).isEqualTo("later");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void theEntriesOfABatchSucceedAndFailAlone(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            SendMessageBatchResponse sent = queue.sqs()
                    .sendMessageBatch(batch -> batch.queueUrl(queue.url())
                            .entries(
                                    entry -> entry.id("good").messageBody("one"),
                                    entry -> entry.id("late").messageBody("two").delaySeconds(901),
                                    entry -> entry.id("odd").messageBody("\u0001")));

            assertThat(sent.successful())
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isEqualTo("good"));
            assertThat(sent.failed())
                    .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("late", "InvalidParameterValue"), Tuple.tuple("odd", "InvalidMessageContents"));
            Message message = queue.next();
            assertThat(queue.sqs()
                            .changeMessageVisibilityBatch(change -> change.queueUrl(queue.url())
                                    .entries(
                                            entry -> entry.id("a")
                                                    .receiptHandle(message.receiptHandle())
                                                    .visibilityTimeout(30),
                                            entry -> entry.id("b")
                                                    .receiptHandle("none")
                                                    .visibilityTimeout(30)))
                            .failed())
                    .extracting(BatchResultErrorEntry::code)
                    .containsExactly("ReceiptHandleIsInvalid");
            assertThat(queue.sqs()
                            .deleteMessageBatch(delete -> delete.queueUrl(queue.url())
                                    .entries(
                                            entry -> entry.id("a").receiptHandle(message.receiptHandle()),
                                            entry -> entry.id("b").receiptHandle("none")))
                            .successful())
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isEqualTo("a"));
        }
    }

    @Test
    void oneMebibyteIsSentAndReceived(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            queue.send("x".repeat(1_048_576));

            assertThat(queue.next().body()).hasSize(1_048_576);
        }
    }

    @Test
    void theBatchManagerSendsReceivesAndDeletes(PacketboatServer server) {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                SqsAsyncClient async = AwsClients.async(SqsAsyncClient.builder(), server, "http");
                SqsAsyncBatchManager batches = SqsAsyncBatchManager.builder()
                        .client(async)
                        .scheduledExecutor(timer)
                        .overrideConfiguration(config -> config.sendRequestFrequency(Duration.ofMillis(50)))
                        .build()) {
            List<CompletableFuture<SendMessageResponse>> sent = IntStream.range(0, 25)
                    .mapToObj(i -> batches.sendMessage(
                            send -> send.queueUrl(queue.url()).messageBody("message " + i)))
                    .toList();
            sent.forEach(CompletableFuture::join);

            int received = 0;
            while (received < 25) {
                List<Message> messages = batches.receiveMessage(
                                receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(10))
                        .join()
                        .messages();
                messages.forEach(message -> batches.deleteMessage(
                                delete -> delete.queueUrl(queue.url()).receiptHandle(message.receiptHandle()))
                        .join());
                received += messages.size();
            }

            assertThat(received).isEqualTo(25);
        } finally {
            timer.shutdownNow();
        }
    }
}
