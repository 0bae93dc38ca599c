package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets few unsigned requests at a time into the actions, so that strangers who guess tokens never take the threads and the
 * places in the queue that users' commands need. Safe for any number of threads.
 */
final class OpenDoor {
    /** At a time; what exceeds them is told to try again. */
    static final int MOST = 32;

    private final AtomicInteger inside = new AtomicInteger();

    /** Starts the work if there is room; the stage fails with ServiceUnavailable where there is none. */
    <T> CompletionStage<T> admit(Supplier<CompletionStage<T>> work) {
        if (inside.incrementAndGet() > MOST) {
            inside.decrementAndGet();
            return CompletableFuture.failedFuture(new RequestRefused(
                    CommonErrors.SERVICE_UNAVAILABLE, "Too many requests without a signature; try again later."));
        }
        return CompletableFuture.completedStage(work)
                .thenCompose(Supplier::get)
                .whenComplete((done, failure) -> inside.decrementAndGet());
    }
}
