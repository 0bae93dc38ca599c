package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.queue.MoveTask;
import io.packetboat.queue.MoveTaskHandle;
import io.packetboat.queue.MoveTasks;
import java.util.concurrent.CompletionStage;

/** Ends the moving of dead letters. */
final class CancelMessageMoveTask implements Operation<CancelMessageMoveTask.Request> {
    private final MoveTasks tasks;
    private final MoveTaskActions actions;

    CancelMessageMoveTask(MoveTasks tasks, BlockingWork work) {
        this.tasks = tasks;
        this.actions = new MoveTaskActions(work);
    }

    record Request(MoveTaskHandle handle) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(new MoveTaskHandle(parameters.requireText("TaskHandle")));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return actions.start(() -> {
            MoveTask task = tasks.cancel(call.caller(), request.handle());
            return answer -> answer.number("ApproximateNumberOfMessagesMoved", task.moved());
        });
    }
}
