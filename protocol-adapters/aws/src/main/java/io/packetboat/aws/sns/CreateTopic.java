package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicArns;
import io.packetboat.topic.TopicAttributeChange;
import io.packetboat.topic.TopicDefinitions;
import io.packetboat.topic.TopicTags;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes a topic, or finds one that has the wanted values. */
final class CreateTopic implements Operation<CreateTopic.Request> {
    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final TopicArns arns;

    CreateTopic(TopicDefinitions topics, BlockingWork work, TopicArns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName name, List<TopicAttributeChange> attributes, TopicTags tags) {}

    @Override
    public Request read(Parameters parameters) {
        if (parameters.text("DataProtectionPolicy").flatMap(Texts::policy).isPresent()) {
            throw SnsErrors.invalid("DataProtectionPolicy Reason: is not supported by this node");
        }
        return new Request(
                name(Arns.required(parameters, "Name")),
                TopicAttributeTexts.changes(parameters.textMap(TopicAttributeTexts.ATTRIBUTES)),
                Tags.read(parameters));
    }

    private static TopicName name(String text) {
        try {
            return new TopicName(text);
        } catch (InvalidValue e) {
            throw SnsErrors.invalid("Topic Name");
        }
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> {
            topics.create(call.caller(), request.name(), request.attributes(), request.tags());
            return answer -> answer.text("TopicArn", arns.of(request.name()).toString());
        });
    }
}
