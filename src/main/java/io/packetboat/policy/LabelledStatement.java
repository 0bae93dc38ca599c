package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A statement that AddPermission of SQS and SNS writes: it allows some actions on one resource.
 *
 * @param label the statement's id
 * @param principals accounts by number, or users by ARN
 * @param actions with the service before them, {@code SQS:SendMessage}
 */
public record LabelledStatement(String label, List<String> principals, List<String> actions, Arn resource) {

    public LabelledStatement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("Sid", label)
                .add("Effect", "Allow")
                .add(
                        "Principal",
                        Json.createObjectBuilder()
                                .add(
                                        "AWS",
                                        array(principals.stream()
                                                .map(LabelledStatement::principal)
                                                .toList())))
                .add("Action", array(actions))
                .add("Resource", resource.toString())
                .build();
    }

    private static JsonArray array(List<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }

    /** As AWS writes account numbers into policies. */
    private static String principal(String text) {
        return text.matches("\\d{12}") ? "arn:aws:iam::" + text + ":root" : text;
    }
}
