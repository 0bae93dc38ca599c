package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueArns;
import java.util.Optional;

/** A queue that a parameter names by its ARN, as the actions on message move tasks have it. */
final class QueueArn {
    private QueueArn() {}

    static QueueName require(Parameters parameters, String name, QueueArns arns) {
        return find(parameters, name, arns).orElseThrow(() -> RequestRefused.missing(name));
    }

    static Optional<QueueName> find(Parameters parameters, String name, QueueArns arns) {
        return parameters.text(name).filter(text -> !text.isEmpty()).map(text -> parse(name, text, arns));
    }

    private static QueueName parse(String name, String text, QueueArns arns) {
        try {
            return arns.nameIn(Arn.parse(text)).orElseThrow(QueueArn::notFound);
        } catch (InvalidValue e) {
            throw RequestRefused.invalidValue(name, Printable.of(text), "It must be the ARN of a queue.");
        }
    }

    static RequestRefused notFound() {
        return new RequestRefused(
                SqsErrors.RESOURCE_NOT_FOUND, "The resource that you specified for the queue ARN doesn't exist.");
    }
}
