package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.Caller;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * Turns Artemis' check, a type and an address or {@code address::queue}, into the operations that identity knows.
 *
 * <p>Where the routing follows from what exists (a queue has one, most addresses have one) the check is exact. Where it
 * does not, {@link RoutingHint} may know it from the running request. Otherwise a right on either routing lets the check
 * pass, and the plugin that sees the finished request ({@link RightsPlugin}) checks again, exactly.
 */
final class RightsCheck {
    private final BrokerAccess access;
    private final AddressBook addresses;

    RightsCheck(BrokerAccess access, AddressBook addresses) {
        this.access = access;
        this.addresses = addresses;
    }

    boolean allows(Caller caller, CheckType type, String addressOrQualified) {
        int separator = addressOrQualified.indexOf("::");
        String address = separator < 0 ? addressOrQualified : addressOrQualified.substring(0, separator);
        String queue = separator < 0 ? address : addressOrQualified.substring(separator + 2);
        Set<Routing> routings = addresses.routingsOf(address, queue);
        return routings.stream()
                .anyMatch(routing -> access.allows(caller, new BrokerOperation(verb(type), address, queue, routing)));
    }

    static Verb verb(CheckType type) {
        return switch (type) {
            case SEND -> Verb.SEND;
            case CONSUME -> Verb.CONSUME;
            case BROWSE -> Verb.BROWSE;
            case CREATE_ADDRESS -> Verb.CREATE_ADDRESS;
            case DELETE_ADDRESS -> Verb.DELETE_ADDRESS;
            case CREATE_DURABLE_QUEUE -> Verb.CREATE_DURABLE_QUEUE;
            case DELETE_DURABLE_QUEUE -> Verb.DELETE_DURABLE_QUEUE;
            case CREATE_NON_DURABLE_QUEUE -> Verb.CREATE_NON_DURABLE_QUEUE;
            case DELETE_NON_DURABLE_QUEUE -> Verb.DELETE_NON_DURABLE_QUEUE;
            case MANAGE, VIEW, EDIT -> Verb.MANAGE;
        };
    }
}
