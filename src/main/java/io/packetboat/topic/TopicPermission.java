package io.packetboat.topic;

import io.packetboat.kernel.Arn;
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
import java.util.Set;

/**
 * A statement that AddPermission writes into a topic's policy.
 *
 * @param label the statement's id
 * @param principals accounts by number, or users by ARN
 * @param actions names of those of SNS's actions that concern one topic
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">AddPermission</a>
 */
public record TopicPermission(String label, List<String> principals, List<String> actions) {
    private static final Set<String> GRANTABLE = Set.of(
            "*",
            "AddPermission",
            "DeleteTopic",
            "GetTopicAttributes",
            "ListSubscriptionsByTopic",
            "Publish",
            "RemovePermission",
            "SetTopicAttributes",
            "Subscribe");

    public TopicPermission {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        if (label.isBlank()) {
            throw new TopicRefused("Label");
        }
        if (principals.isEmpty()) {
            throw new TopicRefused("AWSAccountId");
        }
        if (actions.isEmpty() || !GRANTABLE.containsAll(actions)) {
            throw new TopicRefused("Policy statement action out of service scope!");
        }
    }

    ResourcePolicy addTo(Optional<ResourcePolicy> policy, Arn topic) {
        JsonArrayBuilder statements = Json.createArrayBuilder();
        for (JsonValue statement : statementsOf(policy)) {
            if (isLabelled(statement, label)) {
                throw new TopicRefused("Statement already exists");
            }
            statements.add(statement);
        }
        JsonArray all = statements.add(statement(topic)).build();
        JsonObject frame = policy.map(TopicPermission::read)
                .orElseGet(() -> Json.createObjectBuilder()
                        .add("Version", "2008-10-17")
                        .add("Id", "__default_policy_ID")
                        .build());
        return document(frame, all);
    }

    private JsonObject statement(Arn topic) {
        JsonArrayBuilder accounts = Json.createArrayBuilder();
        principals.stream().map(TopicPermission::principal).forEach(accounts::add);
        JsonArrayBuilder granted = Json.createArrayBuilder();
        actions.forEach(action -> granted.add("SNS:" + action));
        return Json.createObjectBuilder()
                .add("Sid", label)
                .add("Effect", "Allow")
                .add("Principal", Json.createObjectBuilder().add("AWS", accounts))
                .add("Action", granted)
                .add("Resource", topic.toString())
                .build();
    }

    /** As SNS writes account numbers into policies. */
    private static String principal(String text) {
        return text.matches("\\d{12}") ? "arn:aws:iam::" + text + ":root" : text;
    }

    /** The policy without the statement of this label; empty if that was the last one, unchanged if there is none. */
    static Optional<ResourcePolicy> remove(Optional<ResourcePolicy> policy, String label) {
        List<JsonValue> before = statementsOf(policy);
        JsonArrayBuilder statements = Json.createArrayBuilder();
        before.stream().filter(statement -> !isLabelled(statement, label)).forEach(statements::add);
        JsonArray rest = statements.build();
        if (rest.size() == before.size()) {
            return policy;
        }
        return rest.isEmpty() ? Optional.empty() : policy.map(document -> document(read(document), rest));
    }

    private static List<JsonValue> statementsOf(Optional<ResourcePolicy> policy) {
        return policy.map(TopicPermission::read)
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
}
