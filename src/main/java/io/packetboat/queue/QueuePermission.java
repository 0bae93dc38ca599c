package io.packetboat.queue;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.policy.LabelledStatement;
import io.packetboat.policy.LabelledStatements;
import io.packetboat.policy.ResourcePolicy;
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
        LabelledStatements statements = LabelledStatements.of(policy);
        if (statements.contains(label)) {
            throw new LabelTaken(label);
        }
        if (statements.size() >= ResourcePolicy.MAX_STATEMENTS) {
            throw new LimitReached(
                    "The policy of a queue can hold at most " + ResourcePolicy.MAX_STATEMENTS + " statements.");
        }
        List<String> granted = actions.stream().map(action -> "SQS:" + action).toList();
        return statements.with(
                new LabelledStatement(label, principals, granted, queue), "2012-10-17", queue + "/SQSDefaultPolicy");
    }

    /** The policy without the statement of this label; empty if that was the last one. */
    static Optional<ResourcePolicy> remove(Optional<ResourcePolicy> policy, String label) {
        LabelledStatements statements = LabelledStatements.of(policy);
        if (!statements.contains(label)) {
            throw new LabelNotFound(label);
        }
        return statements.without(label);
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
