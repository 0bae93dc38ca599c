package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.PercentCoding;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import java.util.Optional;

/**
 * Which queue a request means: its parameter {@code QueueUrl}, or, from clients of old, the URL that the request was sent
 * to.
 *
 * <p>Only the last part of the path counts, so that any host and any style of path names the queue: {@code
 * http://host/000000000000/name}, {@code http://host/queue/name}, {@code http://host/name}.
 *
 * @param parameter as the client sent it, where it did
 */
record QueueUrl(Optional<String> parameter) {
    private static final String NAME = "QueueUrl";

    static QueueUrl of(Parameters parameters) {
        return new QueueUrl(parameters.text(NAME).filter(url -> !url.isEmpty()));
    }

    /** The queue's name; raises MissingParameter where nothing names one, and InvalidAddress for what is no URL. */
    QueueName queue(Call call) {
        if (parameter.isPresent()) {
            return inUrl(parameter.get());
        }
        return name(call.path())
                .map(name -> new QueueName(PercentCoding.decodeUrl(name)))
                .orElseThrow(() -> RequestRefused.missing(NAME));
    }

    private static QueueName inUrl(String url) {
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? url.indexOf('/') : url.indexOf('/', scheme + 3);
        Optional<String> encoded = path < 0 ? Optional.empty() : name(url.substring(path));
        try {
            return encoded.map(name -> new QueueName(PercentCoding.decodeUrl(name)))
                    .orElseThrow(() -> notValid(url));
        } catch (InvalidValue e) {
            throw notValid(url);
        }
    }

    private static Optional<String> name(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, Math.max(end, 0));
        return Optional.of(name).filter(found -> !found.isEmpty());
    }

    private static RequestRefused notValid(String url) {
        return new RequestRefused(
                SqsErrors.INVALID_ADDRESS, "The address " + Printable.of(url) + " is not valid for this endpoint.");
    }
}
