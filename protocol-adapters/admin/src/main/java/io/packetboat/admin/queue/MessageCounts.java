package io.packetboat.admin.queue;

import io.packetboat.kernel.messaging.QueueState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a queue or a subscription holds and what went through it. */
@Schema(
        name = "MessageCounts",
        description = "Counts of messages; the last four since the start of the broker.",
        requiredProperties = {
            "messages",
            "delivering",
            "scheduled",
            "bytes",
            "added",
            "acknowledged",
            "expired",
            "killed"
        })
public record MessageCounts(
        @Schema(description = "All that are held, with those in delivery and those scheduled.")
        long messages,

        @Schema(description = "Handed to a consumer and not settled.")
        long delivering,

        @Schema(description = "Held back until their time comes.")
        long scheduled,

        @Schema(description = "What they take, in bytes.") long bytes,

        @Schema(description = "Arrived.") long added,

        @Schema(description = "Consumed.") long acknowledged,

        @Schema(description = "Ended by their time to live.")
        long expired,

        @Schema(description = "Moved to the dead-letter queue, or deleted by an operator.")
        long killed) {

    /** The counts of a queue or of a subscription's queue. */
    public static MessageCounts of(QueueState.Numbers numbers) {
        return new MessageCounts(
                numbers.messages(),
                numbers.delivering(),
                numbers.scheduled(),
                numbers.bytes(),
                numbers.added(),
                numbers.acknowledged(),
                numbers.expired(),
                numbers.killed());
    }
}
