package io.packetboat.identity;

import io.packetboat.broker.BrokerOperation;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.messaging.MadeUpNames;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import java.util.ArrayList;
import java.util.List;

/** The table that turns the broker's checks into SQS's and SNS's rights; its reasons are in adr/0004. Pure. */
public record BrokerActions(Region region, AccountId account) {
    private static final Action MANAGE = Action.parse("packetboat:AdminManage");

    /** All that the operation needs; it is allowed if each of these is. */
    public List<Permission> permissionsFor(BrokerOperation operation) {
        if (operation.verb() == Verb.MANAGE) {
            return List.of(Permission.on(MANAGE, Arn.of("packetboat", region, account, "broker")));
        }
        List<Permission> permissions = new ArrayList<>();
        for (String name : namesOf(operation.address())) {
            for (String action : actionsFor(operation)) {
                permissions.add(permission(Action.parse(action), name));
            }
        }
        return permissions;
    }

    private static List<String> actionsFor(BrokerOperation operation) {
        return operation.routing() == Routing.ANYCAST
                ? queueActions(operation.verb())
                : List.of(topicAction(operation.verb()));
    }

    private static List<String> queueActions(Verb verb) {
        return switch (verb) {
            case SEND -> List.of("sqs:SendMessage");
            // A protocol's consumer removes what it acknowledges; SQS grants the removal by a right of its own.
            case CONSUME -> List.of("sqs:ReceiveMessage", "sqs:DeleteMessage");
            case BROWSE -> List.of("sqs:ReceiveMessage");
            case CREATE_ADDRESS, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE -> List.of("sqs:CreateQueue");
            case DELETE_ADDRESS, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> List.of("sqs:DeleteQueue");
            case MANAGE -> List.of(MANAGE.toString());
        };
    }

    private static String topicAction(Verb verb) {
        return switch (verb) {
            case SEND -> "sns:Publish";
            // Whoever may make a subscription that ends with its connection may end it as well.
            case CONSUME, BROWSE, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE ->
                "sns:Subscribe";
            case DELETE_DURABLE_QUEUE -> "sns:Unsubscribe";
            case CREATE_ADDRESS -> "sns:CreateTopic";
            case DELETE_ADDRESS -> "sns:DeleteTopic";
            case MANAGE -> MANAGE.toString();
        };
    }

    private Permission permission(Action action, String name) {
        String resource = MadeUpNames.include(name) ? "temporary/" + name : name;
        return new Permission(action, Arn.of(action.service(), region, account, resource), isWildcard(name));
    }

    /** {@code prices.#} reaches {@code prices} too, which a pattern such as {@code prices.*} does not name. */
    private static List<String> namesOf(String address) {
        String parent = address.replace(".#", "").replace("#.", "");
        boolean reachesParent = !parent.equals(address) && !parent.isEmpty() && !parent.equals("#");
        return reachesParent ? List.of(address, parent) : List.of(address);
    }

    private static boolean isWildcard(String name) {
        return name.contains("*") || name.contains("#");
    }
}
