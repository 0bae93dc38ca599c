package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import java.time.Duration;
import java.util.Optional;

/**
 * A whole number between two bounds, as a parameter of a request.
 *
 * @param name of the parameter
 * @param reason AWS's words for a number out of bounds
 */
record Range(String name, int min, int max, String reason) {
    static final Range DELAY = new Range("DelaySeconds", 0, 900, "DelaySeconds must be >= 0 and <= 900.");
    static final Range RECEIVE_VISIBILITY =
            new Range("VisibilityTimeout", 0, 43_200, "Must be >= 0 and <= 43200, if provided.");
    static final Range VISIBILITY =
            new Range("VisibilityTimeout", 0, 43_200, "VisibilityTimeout must be an integer between 0 and 43200.");
    static final Range WAIT = new Range("WaitTimeSeconds", 0, 20, "Must be >= 0 and <= 20, if provided.");
    static final Range MESSAGES = new Range("MaxNumberOfMessages", 1, 10, "Must be between 1 and 10, if provided.");

    Optional<Integer> read(Parameters parameters) {
        Optional<Integer> value = parameters.integer(name);
        value.filter(number -> number < min || number > max).ifPresent(wrong -> {
            throw RequestRefused.invalidValue(name, wrong.toString(), reason);
        });
        return value;
    }

    Optional<Duration> readSeconds(Parameters parameters) {
        return read(parameters).map(Duration::ofSeconds);
    }

    Duration requireSeconds(Parameters parameters) {
        return readSeconds(parameters).orElseThrow(() -> RequestRefused.missing(name));
    }
}
