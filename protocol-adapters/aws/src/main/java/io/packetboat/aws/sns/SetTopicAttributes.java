package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicAttributeChange;
import io.packetboat.topic.TopicDefinitions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Gives one attribute of a topic a new value. */
final class SetTopicAttributes implements Operation<SetTopicAttributes.Request> {
    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    SetTopicAttributes(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName topic, List<TopicAttributeChange> changes) {}

    @Override
    public Request read(Parameters parameters) {
        String name = Arns.required(parameters, "AttributeName");
        String value = parameters.text("AttributeValue").orElse("");
        return new Request(
                arns.topic(parameters, Arns.TOPIC),
                TopicAttributeTexts.settable(name, value).stream().toList());
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(() -> topics.change(call.caller(), request.topic(), request.changes()));
    }
}
