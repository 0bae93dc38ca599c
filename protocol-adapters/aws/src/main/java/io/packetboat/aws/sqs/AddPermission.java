package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.queue.QueueDefinitions;
import io.packetboat.queue.QueuePermission;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Adds a statement to a queue's policy. */
final class AddPermission implements Operation<AddPermission.Request> {
    private static final ListName PRINCIPALS = ListName.flat("AWSAccountIds", "AWSAccountId");
    private static final ListName ACTIONS = ListName.flat("Actions", "ActionName");

    private final QueueDefinitions queues;
    private final BlockingWork work;

    AddPermission(QueueDefinitions queues, BlockingWork work) {
        this.queues = queues;
        this.work = work;
    }

    record Request(QueueUrl queue, QueuePermission permission) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                QueueUrl.of(parameters),
                new QueuePermission(
                        parameters.requireText("Label"),
                        required(parameters, PRINCIPALS),
                        required(parameters, ACTIONS)));
    }

    private static List<String> required(Parameters parameters, ListName name) {
        List<String> texts = parameters.texts(name);
        if (texts.isEmpty()) {
            throw RequestRefused.missing(name.name());
        }
        return texts;
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.addPermission(call.caller(), request.queue().queue(call), request.permission()));
    }
}
