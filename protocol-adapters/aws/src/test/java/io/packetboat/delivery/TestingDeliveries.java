package io.packetboat.delivery;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An engine without queues: it notes what it is told and answers always the same. The body {@code refuse} is refused, so
 * are the receipt handles {@code wrong}, {@code expired} and {@code idle}; the queue {@code crowded} has too many in flight, the
 * message of {@code foreign} holds characters that SQS does not know.
 */
public final class TestingDeliveries extends Deliveries {
    private static final MessageId ID = new MessageId("5fea7756-0ea4-451a-a703-a558b933e274");
    private static final Instant SENT = Instant.ofEpochMilli(1_700_000_000_123L);

    /** What came, in words. */
    public final List<String> told = new ArrayList<>();

    @Override
    public CompletionStage<Void> purge(Caller caller, QueueName queue) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<SentMessage> send(Caller caller, QueueName queue, OutgoingMessage message) {
        told.add("send " + queue + " " + message);
        return message.body().equals("refuse")
                ? CompletableFuture.failedFuture(new MessageTooLong(2_000, 1_024))
                : CompletableFuture.completedFuture(sent(message));
    }

    @Override
    public CompletionStage<List<SendOutcome>> sendBatch(
            Caller caller, QueueName queue, List<OutgoingMessage> messages) {
        told.add("sendBatch " + queue + " " + messages);
        return CompletableFuture.completedFuture(
                messages.stream().map(TestingDeliveries::outcome).toList());
    }

    private static SendOutcome outcome(OutgoingMessage message) {
        return message.body().equals("refuse")
                ? new SendOutcome.Refused(new MessageTooLong(2_000, 1_024))
                : new SendOutcome.Sent(sent(message));
    }

    @Override
    public CompletableFuture<List<Delivery>> receive(Caller caller, QueueName queue, ReceiveRequest request) {
        told.add("receive " + queue + " " + request);
        if (queue.value().equals("crowded")) {
            return CompletableFuture.failedFuture(new InFlightLimitReached(queue, 120_000));
        }
        return CompletableFuture.completedFuture(
                switch (queue.value()) {
                    case "empty" -> List.of();
                    case "foreign" -> List.of(foreign(delivery()));
                    default -> List.of(delivery());
                });
    }

    @Override
    public CompletionStage<Void> delete(Caller caller, QueueName queue, ReceiptHandle handle) {
        told.add("delete " + queue + " " + handle);
        return settled(handle);
    }

    @Override
    public List<CompletionStage<Void>> deleteBatch(Caller caller, QueueName queue, List<ReceiptHandle> handles) {
        return handles.stream().map(handle -> delete(caller, queue, handle)).toList();
    }

    @Override
    public CompletionStage<Void> changeVisibility(
            Caller caller, QueueName queue, ReceiptHandle handle, Duration timeout) {
        told.add("changeVisibility " + queue + " " + handle + " " + timeout);
        return settled(handle);
    }

    private static CompletionStage<Void> settled(ReceiptHandle handle) {
        return switch (handle.value()) {
            case "wrong" -> failed(new ReceiptHandleInvalid(handle));
            case "expired" -> failed(new ReceiptHandleExpired(handle));
            case "idle" -> failed(new MessageNotInFlight(handle));
            default -> CompletableFuture.completedFuture(null);
        };
    }

    private static CompletionStage<Void> failed(PacketboatException failure) {
        return CompletableFuture.failedFuture(failure);
    }

    private static SentMessage sent(OutgoingMessage message) {
        return new SentMessage(ID, message.group().map(group -> new SequenceNumber(18_850_000_000L)));
    }

    private static Delivery foreign(Delivery usual) {
        String text = "half \ud800 control \u0001";
        MessageAttributes attributes = new MessageAttributes(Map.of("colour", Text.string(text)));
        return new Delivery(usual.id(), usual.handle(), text, attributes, usual.system());
    }

    private static Delivery delivery() {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("colour", Text.string("blue & <white>"));
        attributes.put("count", new Text("Number.int", "42"));
        attributes.put("raw", Binary.of(new byte[] {0, 1, (byte) 255}));
        SystemAttributes system = new SystemAttributes(
                Optional.of("alice"),
                SENT,
                2,
                SENT.plusMillis(877),
                Optional.of(new SequenceNumber(7)),
                Optional.of(new DeduplicationId("d-1")),
                Optional.of(new MessageGroupId("g-1")),
                Optional.of("Root=1-5759e988-bd862e3fe1be46a994272793"),
                Optional.of(Arn.parse("arn:aws:sqs:us-east-1:000000000000:source")));
        return new Delivery(
                ID, new ReceiptHandle("AQ-handle_1"), "päivää \"you\"", new MessageAttributes(attributes), system);
    }
}
