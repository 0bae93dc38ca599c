package io.packetboat.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** A queue and its dead-letter queue with the engine in front, as {@link ModelRun} uses them. */
interface TestedEngine {

    /** The time of the model; it moves with {@link #advance} alone. */
    Instant now();

    /** So long for the engine that it is over when the model's time has moved so many seconds, and not before. */
    Duration seconds(int seconds);

    List<CompletionStage<SentMessage>> send(List<OutgoingMessage> messages);

    CompletableFuture<List<Delivery>> receive(
            boolean fromDeadLetters, int max, Duration visibility, Duration wait, Optional<String> attempt);

    CompletionStage<Void> delete(boolean fromDeadLetters, ReceiptHandle handle);

    CompletionStage<Void> changeVisibility(boolean fromDeadLetters, ReceiptHandle handle, Duration timeout);

    CompletionStage<Void> purge();

    /** Lets the engine do what there is to do now; whether the condition holds then. */
    boolean await(BooleanSupplier condition);

    void advance(Duration step);

    /** Lets messages that are hidden no longer become visible at once. */
    void settle();

    /** Kills it and starts it again so much later. */
    void crash(Duration down);
}
