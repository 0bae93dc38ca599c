package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.sqs.Batch.Bad;
import io.packetboat.aws.sqs.Batch.Good;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.SendOutcome;
import io.packetboat.delivery.SentMessage;
import io.packetboat.kernel.QueueName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends up to ten messages with one sync; each succeeds or fails alone. */
final class SendMessageBatch implements Operation<SendMessageBatch.Request> {
    private static final String ENTRY = "SendMessageBatchRequestEntry";
    private static final long MAX_BYTES = 1_048_576;

    private final Deliveries deliveries;

    SendMessageBatch(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, Batch<SendableMessage> batch) {}

    private record Sent(String id, SendableMessage sendable, SentMessage message) {
        void writeTo(Members members) {
            members.text("Id", id);
            sendable.writeTo(members, message);
        }
    }

    @Override
    public Request read(Parameters parameters) {
        Batch<SendableMessage> batch = Batch.read(parameters, ENTRY, SendMessageBatch::entry);
        long size =
                batch.good().stream().mapToLong(good -> good.content().size()).sum();
        if (size > MAX_BYTES) {
            throw new RequestRefused(
                    SqsErrors.BATCH_REQUEST_TOO_LONG,
                    "Batch requests cannot be longer than " + MAX_BYTES + " bytes. You have sent " + size + " bytes.");
        }
        return new Request(QueueUrl.of(parameters), batch);
    }

    private static SendableMessage entry(Parameters entry) {
        return SendableMessage.read(entry, SendableMessage.requireBody(entry, "MessageBody"));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueName queue = request.queue().queue(call);
        Batch<SendableMessage> batch = request.batch().refusing(sendable -> sendable.refusalBy(queue));
        List<Good<SendableMessage>> good = batch.good();
        if (good.isEmpty()) {
            return CompletableFuture.completedStage(answer(batch, List.of()));
        }
        return deliveries
                .sendBatch(
                        call.caller(),
                        queue,
                        good.stream().map(item -> item.content().message()).toList())
                .thenApply(outcomes -> answer(batch, outcomes));
    }

    private static Answer answer(Batch<SendableMessage> batch, List<SendOutcome> outcomes) {
        List<Sent> sent = new ArrayList<>();
        List<BatchFailure> failed = new ArrayList<>();
        Iterator<SendOutcome> next = outcomes.iterator();
        for (Batch.Item<SendableMessage> item : batch.items()) {
            if (item instanceof Bad<SendableMessage> bad) {
                failed.add(new BatchFailure(bad.id(), bad.failure()));
            } else if (item instanceof Good<SendableMessage> good) {
                SendOutcome outcome = next.next();
                if (outcome instanceof SendOutcome.Sent success) {
                    sent.add(new Sent(good.id(), good.content(), success.message()));
                } else if (outcome instanceof SendOutcome.Refused refused) {
                    failed.add(new BatchFailure(good.id(), refused.failure()));
                }
            }
        }
        return new BatchAnswer<>("SendMessageBatchResultEntry", sent, Sent::writeTo, failed);
    }
}
