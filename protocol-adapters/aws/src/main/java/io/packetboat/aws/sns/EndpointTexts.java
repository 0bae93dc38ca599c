package io.packetboat.aws.sns;

import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.QueueEndpoint;

/** Endpoints as SNS names them, both ways: queues by their ARN, all others as they are, but for passwords in URLs. */
final class EndpointTexts {
    private EndpointTexts() {}

    static Endpoint read(String protocol, String text, Arns arns) {
        return switch (protocol) {
            case "sqs" -> new QueueEndpoint(arns.queue(text, "SQS endpoint ARN"));
            case "http", "https" -> {
                if (!text.startsWith(protocol + "://")) {
                    throw SnsErrors.invalid("Endpoint must match the specified protocol");
                }
                yield endpoint(protocol, text, "HTTP(S) Endpoint is invalid");
            }
            case "email", "email-json" -> endpoint(protocol, text, "Email address");
            case "lambda", "application", "mqtt" -> endpoint(protocol, text, "Endpoint");
            case "sms" -> endpoint(protocol, text, "Invalid SMS endpoint: " + Printable.of(text));
            default -> throw unknown(protocol);
        };
    }

    private static RequestRefused unknown(String protocol) {
        return SnsErrors.invalid("Amazon SNS does not support this protocol string: " + Printable.of(protocol));
    }

    private static Endpoint endpoint(String protocol, String text, String refusal) {
        try {
            return Endpoint.of(protocol, text);
        } catch (InvalidValue e) {
            throw SnsErrors.invalid(refusal);
        }
    }

    static String of(Endpoint endpoint, Arns arns) {
        return endpoint instanceof QueueEndpoint queue
                ? arns.queues().of(queue.queue()).toString()
                : endpoint.shown();
    }
}
