package io.packetboat.push;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What a lane has to know of its subscription, as it is at present.
 *
 * @param topic under which notifications are counted
 * @param deadLetterQueue where notifications go that could not be delivered
 * @param wanted what is to be delivered; the rest is dropped
 * @param send one attempt; must not block, and its stage must not fail
 */
record LaneTerms(
        TopicName topic,
        PushTerms terms,
        Optional<QueueName> deadLetterQueue,
        Set<PushEntry.Kind> wanted,
        Function<PushEntry, CompletionStage<PushOutcome>> send) {}
