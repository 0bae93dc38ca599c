package io.packetboat.push;

import io.packetboat.fanout.NotificationCounts;
import io.packetboat.kernel.QueueName;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;

/**
 * What all lanes work with.
 *
 * @param workers where work is done that may block
 * @param deadLetters puts an entry into a queue; complete when it is there, with false for a queue that is gone
 */
record PushSetup(
        Executor workers,
        ScheduledExecutorService timer,
        BiFunction<QueueName, PushEntry, CompletionStage<Boolean>> deadLetters,
        NotificationCounts counts,
        Clock clock) {}
