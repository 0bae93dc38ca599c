package io.packetboat.aws.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One AWS service: how its requests are recognised and signed, and the list of its actions.
 *
 * @param signingName the service in the signature's scope, {@code sqs}
 * @param json how it is spoken in AWS JSON, where it is
 * @param query how it is spoken in Query, where it is
 * @param errors what features' failures are called there
 * @param operations by name
 * @param pages what can be fetched without being an action
 */
public record Api(
        String signingName,
        Optional<Json> json,
        Optional<Query> query,
        ErrorTable errors,
        Map<String, Operation<?>> operations,
        OpenPages pages) {

    /**
     * The AWS JSON protocol of a service.
     *
     * @param target what stands before the action in {@code X-Amz-Target}, {@code AmazonSQS}
     * @param namespace what stands before an error's shape in its type, {@code com.amazonaws.sqs}
     * @param queryCompatible whether clients expect Query's error codes in a header, because the service once was Query's
     */
    public record Json(String target, String namespace, boolean queryCompatible) {}

    /**
     * The Query protocol of a service.
     *
     * @param version of the API, a date that the parameter {@code Version} repeats and that tells the services apart
     * @param namespace of the XML that it answers with
     */
    public record Query(String version, String namespace) {}

    public Api {
        operations = Map.copyOf(operations);
    }

    /** An API of these actions, each of which is called as its class. */
    public static Api of(
            String signingName,
            Optional<Json> json,
            Optional<Query> query,
            ErrorTable errors,
            List<Operation<?>> operations) {
        return new Api(
                signingName,
                json,
                query,
                errors,
                operations.stream().collect(Collectors.toMap(Operation::name, Function.identity())),
                OpenPages.NONE);
    }

    /** The same with pages that anybody may fetch. */
    public Api withPages(OpenPages some) {
        return new Api(signingName, json, query, errors, operations, some);
    }

    /** The action of this name. */
    public Optional<Operation<?>> find(String action) {
        return Optional.ofNullable(operations.get(action));
    }
}
