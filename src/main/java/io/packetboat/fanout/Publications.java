package io.packetboat.fanout;

import io.packetboat.audit.DataEvent;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicGuard;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Publishing with the semantics of SNS, on the very topics that all protocols use.
 *
 * <p>No method blocks. Every stage completes once what was published is synced to disk: from then on each subscription gets
 * it, whatever happens. It fails with a {@link PacketboatException}: {@link io.packetboat.topic.TopicNotFound}, {@link
 * io.packetboat.identity.AccessDenied}, {@link InvalidNotification}, or {@link BrokerUnavailable}, also while producers are
 * blocked for want of disk space. No method throws.
 */
@ApplicationScoped
public class Publications {
    private final PublishingDesks desks;
    private final TopicMemory topics;
    private final TopicGuard guard;

    @Inject
    public Publications(PublishingDesks desks, TopicMemory topics, Rights rights, IdentityConfig config) {
        this.desks = desks;
        this.topics = topics;
        this.guard = new TopicGuard(rights, config);
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Publications() {
        this.desks = null;
        this.topics = null;
        this.guard = null;
    }

    /** Publishes a message to all who are subscribed now. */
    @DataEvent("sns:Publish")
    public CompletionStage<PublishedMessage> publish(Caller caller, TopicName topic, Notification message) {
        return at(caller, topic, definition -> {
            PublishRules.check(message, definition);
            requireDiskSpace();
            return desks.publish(definition, List.of(message)).get(0).toCompletableFuture();
        });
    }

    /**
     * Publishes several messages with one sync; the outcomes stand in the order of the messages. The stage itself fails
     * only for what concerns them all: the topic, the right, the broker, and {@link BatchTooLong}.
     */
    @DataEvent("sns:Publish")
    public CompletionStage<List<PublishOutcome>> publishBatch(
            Caller caller, TopicName topic, List<Notification> messages) {
        return at(caller, topic, definition -> {
            long size = messages.stream().mapToLong(Notification::size).sum();
            if (size > PublishRules.MAX_BYTES) {
                throw new BatchTooLong(size);
            }
            requireDiskSpace();
            return publishBatch(definition, messages);
        });
    }

    private CompletableFuture<List<PublishOutcome>> publishBatch(TopicDefinition topic, List<Notification> messages) {
        List<Optional<PacketboatException>> refusals =
                messages.stream().map(message -> refusal(message, topic)).toList();
        List<Notification> accepted = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                accepted.add(messages.get(i));
            }
        }
        List<CompletionStage<PublishedMessage>> published =
                accepted.isEmpty() ? List.of() : desks.publish(topic, accepted);
        CompletableFuture<List<PublishOutcome>> outcomes = CompletableFuture.completedFuture(new ArrayList<>());
        int next = 0;
        for (Optional<PacketboatException> refusal : refusals) {
            CompletionStage<PublishOutcome> outcome = refusal.isPresent()
                    ? CompletableFuture.completedFuture(new PublishOutcome.Refused(refusal.get()))
                    : published.get(next++).thenApply(PublishOutcome.Published::new);
            outcomes = outcomes.thenCombine(outcome, Publications::append);
        }
        return outcomes;
    }

    private static List<PublishOutcome> append(List<PublishOutcome> outcomes, PublishOutcome outcome) {
        outcomes.add(outcome);
        return outcomes;
    }

    private static Optional<PacketboatException> refusal(Notification message, TopicDefinition topic) {
        try {
            PublishRules.check(message, topic);
            return Optional.empty();
        } catch (InvalidNotification refused) {
            return Optional.of(refused);
        }
    }

    private void requireDiskSpace() {
        if (desks.isDiskFull()) {
            throw new BrokerUnavailable("The disk reserve is reached; producers are blocked.", null);
        }
    }

    private <T> CompletionStage<T> at(
            Caller caller, TopicName topic, Function<TopicDefinition, CompletableFuture<T>> action) {
        try {
            guard.require(caller, "sns:Publish", topic);
            return action.apply(topics.definitionOf(topic));
        } catch (PacketboatException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
