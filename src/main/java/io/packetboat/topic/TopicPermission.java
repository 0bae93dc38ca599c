package io.packetboat.topic;

import io.packetboat.kernel.Arn;
import io.packetboat.policy.LabelledStatement;
import io.packetboat.policy.LabelledStatements;
import io.packetboat.policy.ResourcePolicy;
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
        LabelledStatements statements = LabelledStatements.of(policy);
        if (statements.contains(label)) {
            throw new TopicRefused("Statement already exists");
        }
        List<String> granted = actions.stream().map(action -> "SNS:" + action).toList();
        return statements.with(
                new LabelledStatement(label, principals, granted, topic), "2008-10-17", "__default_policy_ID");
    }

    /** The policy without the statement of this label; empty if that was the last one, unchanged if there is none. */
    static Optional<ResourcePolicy> remove(Optional<ResourcePolicy> policy, String label) {
        LabelledStatements statements = LabelledStatements.of(policy);
        return statements.contains(label) ? statements.without(label) : policy;
    }
}
