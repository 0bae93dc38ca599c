package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.fanout.Notification;
import io.packetboat.fanout.Publications;
import io.packetboat.fanout.PublishedMessage;
import io.packetboat.kernel.TopicName;
import java.util.concurrent.CompletionStage;

/** Publishes one message. */
final class Publish implements Operation<Publish.Request> {
    private final Publications publications;
    private final Arns arns;

    Publish(Publications publications, Arns arns) {
        this.publications = publications;
        this.arns = arns;
    }

    record Request(TopicName topic, Notification notification) {}

    @Override
    public Request read(Parameters parameters) {
        if (parameters.has("PhoneNumber")) {
            throw SnsErrors.invalid("PhoneNumber Reason: no gateway to telephones is set up on this node");
        }
        if (!parameters.has(Arns.TOPIC) && !parameters.has("TargetArn")) {
            throw SnsErrors.missing("TopicArn or TargetArn");
        }
        String name = parameters.has(Arns.TOPIC) ? Arns.TOPIC : "TargetArn";
        return new Request(arns.topic(parameters, name), PublishableMessage.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return publications
                .publish(call.caller(), request.topic(), request.notification())
                .thenApply(published -> members -> write(published, members));
    }

    static void write(PublishedMessage published, Members members) {
        members.text("MessageId", published.id().value());
        members.text("SequenceNumber", published.sequence().map(Object::toString));
    }
}
