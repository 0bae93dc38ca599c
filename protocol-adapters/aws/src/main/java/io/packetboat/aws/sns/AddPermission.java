package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import io.packetboat.topic.TopicPermission;
import java.util.concurrent.CompletionStage;

/** Adds a statement to a topic's policy. */
final class AddPermission implements Operation<AddPermission.Request> {
    private static final ListName PRINCIPALS = ListName.members("AWSAccountId");
    private static final ListName ACTIONS = ListName.members("ActionName");

    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    AddPermission(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName topic, TopicPermission permission) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                arns.topic(parameters, Arns.TOPIC),
                new TopicPermission(
                        Arns.required(parameters, "Label"), parameters.texts(PRINCIPALS), parameters.texts(ACTIONS)));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> topics.addPermission(call.caller(), request.topic(), request.permission()));
    }
}
