package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.MoveTask;
import io.packetboat.queue.MoveTasks;
import io.packetboat.queue.QueueArns;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lists the last movings of dead letters out of a queue, the newest first. */
final class ListMessageMoveTasks implements Operation<ListMessageMoveTasks.Request> {
    private static final Range MAX_RESULTS = new Range("MaxResults", 1, 10, "Must be between 1 and 10, if provided.");
    private static final ListName RESULTS = ListName.flat("Results", "ListMessageMoveTasksResultEntry");

    private final MoveTasks tasks;
    private final QueueArns arns;
    private final MoveTaskActions actions;

    ListMessageMoveTasks(MoveTasks tasks, QueueArns arns, BlockingWork work) {
        this.tasks = tasks;
        this.arns = arns;
        this.actions = new MoveTaskActions(work);
    }

    record Request(QueueName source, int max) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                QueueArn.require(parameters, "SourceArn", arns),
                MAX_RESULTS.read(parameters).orElse(1));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return actions.start(() -> {
            List<MoveTask> found = tasks.list(call.caller(), request.source(), request.max());
            return answer -> answer.structures(RESULTS, found, this::write);
        });
    }

    /** The handle is of use only for what can be cancelled, and shown for nothing else. */
    private void write(MoveTask task, Members members) {
        if (task.state() == MoveTask.State.RUNNING) {
            members.text("TaskHandle", task.handle().value());
        }
        members.text("Status", task.state().name());
        members.text("SourceArn", arns.of(task.request().source()).toString());
        task.request()
                .destination()
                .ifPresent(destination ->
                        members.text("DestinationArn", arns.of(destination).toString()));
        task.request().wantedRate().ifPresent(rate -> members.number("MaxNumberOfMessagesPerSecond", rate));
        members.number("ApproximateNumberOfMessagesMoved", task.moved());
        members.number("ApproximateNumberOfMessagesToMove", task.toMove());
        members.text("FailureReason", task.failure());
        members.number("StartedTimestamp", task.started().toEpochMilli());
    }
}
