package io.packetboat.fanout;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.fanout.QueueCopy;
import io.packetboat.fanout.QueueDeliveries.Note;
import io.packetboat.kernel.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is to be written for one message: built by one thread, then either written or not. */
final class Plan {
    /** What a queue's copy is. */
    enum Kind {
        /** For the queue that is subscribed. */
        DELIVERED,
        /** For the dead-letter queue of a subscription. */
        DEAD_LETTER
    }

    private final TopicName topic;
    private final QueueDeliveries deliveries;
    private final List<Note> notes = new ArrayList<>();
    private final List<QueueCopy> copies = new ArrayList<>();
    private final List<Runnable> whenWritten = new ArrayList<>();
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private long delivered;
    private long failed;
    private long deadLettered;
    private long filteredOut;

    Plan(TopicName topic, QueueDeliveries deliveries) {
        this.topic = topic;
        this.deliveries = deliveries;
    }

    TopicName topic() {
        return topic;
    }

    List<QueueCopy> copies() {
        return copies;
    }

    /** The copies belong to the broker now; while they wait for the disk, their texts need not. */
    void handedOver() {
        copies.clear();
    }

    /** Completes when all is on disk, or fails. */
    CompletionStage<Void> outcome() {
        return outcome;
    }

    /** A queue gets it. */
    void add(Kind kind, DeliveryQueue queue, MessageToSend message) {
        copies.add(new QueueCopy(queue, message));
        count(kind);
    }

    /** A queue has it already. */
    void repeat(Kind kind) {
        count(kind);
    }

    private void count(Kind kind) {
        switch (kind) {
            case DELIVERED -> delivered++;
            case DEAD_LETTER -> deadLettered++;
        }
    }

    /** Somebody else delivers it from an internal queue, and counts it then. */
    void entrust(QueueCopy copy, Runnable onceWritten) {
        copies.add(copy);
        whenWritten.add(onceWritten);
    }

    /** As many subscriptions do not want it. */
    void filterOut(long count) {
        filteredOut += count;
    }

    void giveUp() {
        failed++;
    }

    /** What the subscription's report will say once this is written. */
    void note(Note note) {
        notes.add(note);
    }

    /** Why a subscription does not get the message; empty if none is left out. */
    Optional<String> problem() {
        return notes.stream().flatMap(note -> note.problem().stream()).findFirst();
    }

    void written(NotificationCounts counts) {
        counts.delivered(topic, delivered);
        counts.failed(topic, failed);
        counts.deadLettered(topic, deadLettered);
        counts.filteredOut(topic, filteredOut);
        deliveries.add(notes);
        outcome.complete(null);
        whenWritten.forEach(Runnable::run);
    }

    /** Nothing was written; it will be planned again. */
    void abandoned(Throwable failure) {
        outcome.completeExceptionally(failure);
    }
}
