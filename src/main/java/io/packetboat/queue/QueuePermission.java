package io.packetboat.queue;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.policy.ResourcePolicy;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A statement that AddPermission writes into a queue's policy.
 *
 * @param label the statement's id: 1 to 80 characters of {@code [A-Za-z0-9_-]}
 * @param principals accounts by number, or users by ARN
 * @param actions names of SQS's actions or {@code *}, at most {@value #MAX_ACTIONS}
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">AddPermission</a>
 */
public record QueuePermission(String label, List<String> principals, List<String> actions) {
    private static final int MAX_ACTIONS = 7;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z]+");

    public QueuePermission {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        if (!LABEL.matcher(label).matches()) {
            throw new InvalidValue(
                    "Label", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        if (principals.isEmpty()) {
            throw new InvalidValue("AWSAccountIds", "must not be empty");
        }
        if (actions.isEmpty()
                || !actions.stream().allMatch(action -> ACTION.matcher(action).matches())) {
            throw new InvalidValue("Actions", "must be names of actions");
        }
        if (actions.size() > MAX_ACTIONS) {
            throw new LimitReached(actions.size() + " actions were found, maximum allowed is " + MAX_ACTIONS + ".");
        }
    }

    ResourcePolicy addTo(Optional<ResourcePolicy> policy, Arn queue) {
        JsonArrayBuilder statements = Json.createArrayBuilder();
        for (JsonValue statement : statementsOf(policy)) {
            if (isLabelled(statement, label)) {
                throw new LabelTaken(label);
            }
            statements.add(statement);
        }
        JsonArray all = statements.add(statement(queue)).build();
        if (all.size() > ResourcePolicy.MAX_STATEMENTS) {
            throw new LimitReached(
                    "The policy of a queue can hold at most " + ResourcePolicy.MAX_STATEMENTS + " statements.");
        }
        return document(
                policy.map(QueuePermission::read)
                        .orElseGet(() -> Json.createObjectBuilder()
                                .add("Version", "2012-10-17")
                                .add("Id", queue + "/SQSDefaultPolicy")
                                .build()),
                all);
    }

    private JsonObject statement(Arn queue) {
        return Json.createObjectBuilder()
                .add("Sid", label)
                .add("Effect", "Allow")
                .add(
                        "Principal",
                        Json.createObjectBuilder()
                                .add(
                                        "AWS",
                                        Json.createArrayBuilder(principals.stream()
                                                .map(QueuePermission::principal)
                                                .toList())))
                .add(
                        "Action",
                        Json.createArrayBuilder(
                                actions.stream().map(action -> "SQS:" + action).toList()))
                .add("Resource", queue.toString())
                .build();
    }

    /** As SQS writes account numbers into policies. */
    private static String principal(String text) {
        return text.matches("\\d{12}") ? "arn:aws:iam::" + text + ":root" : text;
    }

    /** The policy without the statement of this label; empty if that was the last one. */
    static Optional<ResourcePolicy> remove(Optional<ResourcePolicy> policy, String label) {
        List<JsonValue> before = statementsOf(policy);
        List<JsonValue> rest = before.stream()
                .filter(statement -> !isLabelled(statement, label))
                .toList();
        if (rest.size() == before.size()) {
            throw new LabelNotFound(label);
        }
        JsonArrayBuilder statements = Json.createArrayBuilder();
        rest.forEach(statements::add);
        return rest.isEmpty() ? Optional.empty() : policy.map(document -> document(read(document), statements.build()));
    }

    private static List<JsonValue> statementsOf(Optional<ResourcePolicy> policy) {
        return policy.map(QueuePermission::read)
                .map(document -> document.get("Statement"))
                .map(value -> value instanceof JsonArray array ? array : List.of(value))
                .orElseGet(List::of);
    }

    private static boolean isLabelled(JsonValue statement, String label) {
        return statement.asJsonObject().getString("Sid", "").equals(label);
    }

    private static ResourcePolicy document(JsonObject frame, JsonArray statements) {
        return ResourcePolicy.parse(Json.createObjectBuilder(frame)
                .add("Statement", statements)
                .build()
                .toString());
    }

    private static JsonObject read(ResourcePolicy policy) {
        try (JsonReader reader = Json.createReader(new StringReader(policy.text()))) {
            return reader.readObject();
        }
    }

    /** The queue's policy has a statement of this label already. */
    public static final class LabelTaken extends PacketboatException {
        private static final long serialVersionUID = 1L;

        LabelTaken(String label) {
            super(ErrorKind.CONFLICT, "Value " + label + " for parameter Label is invalid. Reason: Already exists.");
        }
    }

    /** The queue's policy has no statement of this label. */
    public static final class LabelNotFound extends PacketboatException {
        private static final long serialVersionUID = 1L;

        LabelNotFound(String label) {
            super(ErrorKind.INVALID, "Value " + label + " for parameter Label is invalid. Reason: can't find label.");
        }
    }

    /** The statement, or the policy with it, would hold more than it may. */
    public static final class LimitReached extends PacketboatException {
        private static final long serialVersionUID = 1L;

        LimitReached(String why) {
            super(ErrorKind.LIMIT_EXCEEDED, why);
        }
    }
}
