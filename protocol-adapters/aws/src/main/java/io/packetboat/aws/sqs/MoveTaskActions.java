package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.queue.QueueNotFound;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Has commands on move tasks carried out, for which SQS calls a missing queue a missing resource. */
record MoveTaskActions(BlockingWork work) {

    CompletionStage<Answer> start(Supplier<Answer> command) {
        return work.start(() -> {
            try {
                return command.get();
            } catch (QueueNotFound missing) {
                throw QueueArn.notFound();
            }
        });
    }
}
