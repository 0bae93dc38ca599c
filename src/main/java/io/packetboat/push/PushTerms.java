package io.packetboat.push;

import io.packetboat.kernel.QueueName;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * How a subscription gets its messages at present.
 *
 * @param throttle how many attempts begin in a second at most
 * @param deadLetterQueue where messages go that could not be delivered
 * @param send one attempt; must not block, and its stage must not fail
 */
record PushTerms(
        RetrySchedule schedule,
        Optional<Integer> throttle,
        Optional<QueueName> deadLetterQueue,
        Function<PushEntry, CompletionStage<PushOutcome>> send) {}
