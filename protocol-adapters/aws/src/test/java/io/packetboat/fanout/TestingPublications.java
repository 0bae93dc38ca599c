package io.packetboat.fanout;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes everything to nobody, but for the message {@code refuse}; messages with a group are numbered. */
public final class TestingPublications extends Publications {
    private static final MessageId ID = new MessageId("5fea7756-0ea4-451a-a703-a558b933e274");

    private static PublishOutcome outcome(Notification message) {
        return message.body().equals("refuse")
                ? new PublishOutcome.Refused(new InvalidNotification("Message too long"))
                : new PublishOutcome.Published(published(message));
    }

    private static PublishedMessage published(Notification message) {
        return new PublishedMessage(
                ID, message.group().isPresent() ? Optional.of(new SequenceNumber(7)) : Optional.empty());
    }

    @Override
    public CompletionStage<PublishedMessage> publish(Caller caller, TopicName topic, Notification message) {
        return outcome(message) instanceof PublishOutcome.Refused refused
                ? CompletableFuture.failedFuture(refused.failure())
                : CompletableFuture.completedFuture(published(message));
    }

    @Override
    public CompletionStage<List<PublishOutcome>> publishBatch(
            Caller caller, TopicName topic, List<Notification> messages) {
        return CompletableFuture.completedFuture(
                messages.stream().map(TestingPublications::outcome).toList());
    }
}
