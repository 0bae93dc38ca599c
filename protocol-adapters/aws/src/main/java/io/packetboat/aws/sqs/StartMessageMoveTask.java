package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.MoveTask;
import io.packetboat.queue.MoveTasks;
import io.packetboat.queue.QueueArns;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starts to move dead letters to another queue, or back to where they came from. */
final class StartMessageMoveTask implements Operation<StartMessageMoveTask.Request> {
    private static final Range RATE =
            new Range("MaxNumberOfMessagesPerSecond", 1, 500, "Must be between 1 and 500, if provided.");

    private final MoveTasks tasks;
    private final QueueArns arns;
    private final MoveTaskActions actions;

    StartMessageMoveTask(MoveTasks tasks, QueueArns arns, BlockingWork work) {
        this.tasks = tasks;
        this.arns = arns;
        this.actions = new MoveTaskActions(work);
    }

    /**
     * What is asked for.
     *
     * @param rate messages a second
     */
    record Request(QueueName source, Optional<QueueName> destination, Optional<Integer> rate) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                QueueArn.require(parameters, "SourceArn", arns),
                QueueArn.find(parameters, "DestinationArn", arns),
                RATE.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return actions.start(() -> {
            MoveTask task = tasks.start(call.caller(), request.source(), request.destination(), request.rate());
            return answer -> answer.text("TaskHandle", task.handle().value());
        });
    }
}
