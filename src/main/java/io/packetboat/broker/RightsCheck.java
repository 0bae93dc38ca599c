package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * Decides whether a user may do something, with the rules that are the broker's own before those of identity.
 *
 * <p>Artemis' check carries a type and an address or {@code address::queue}, and not the routing. For what exists the
 * routing follows from the name. For what is about to be sent or created it does not: {@link #refusedAtOnce} then refuses
 * only what no routing would allow, and {@link RightsPlugin}, which sees the finished request, asks {@link #allows}.
 */
final class RightsCheck {
    private static final Set<String> OPEN_ADVISORIES =
            Set.of("ActiveMQ.Advisory.TempQueue", "ActiveMQ.Advisory.TempTopic");

    private final BrokerAccess access;
    private final AddressBook addresses;
    private final TemporaryDestinations temporaries;

    RightsCheck(BrokerAccess access, AddressBook addresses, TemporaryDestinations temporaries) {
        this.access = access;
        this.addresses = addresses;
        this.temporaries = temporaries;
    }

    /**
     * Artemis' own check; exact for everything but sending to an address of both routings, and creating.
     *
     * @return what is refused, or empty to let it begin
     */
    Optional<BrokerOperation> refusedAtOnce(Caller caller, CheckType type, String addressOrQualified) {
        int separator = addressOrQualified.indexOf("::");
        String address = separator < 0 ? addressOrQualified : addressOrQualified.substring(0, separator);
        Optional<String> queue =
                separator < 0 ? Optional.empty() : Optional.of(addressOrQualified.substring(separator + 2));
        Verb verb = verb(type);
        BrokerOperation asQueue = operation(verb, address, queue, Routing.ANYCAST);
        return switch (verb) {
            case CREATE_ADDRESS, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE -> Optional.empty();
            case MANAGE -> allows(caller, asQueue) ? Optional.empty() : Optional.of(asQueue);
            case SEND -> {
                // A loop, since every message comes by here.
                for (Routing routing : addresses.routingsOf(address, queue)) {
                    if (allows(caller, operation(verb, address, queue, routing))) {
                        yield Optional.empty();
                    }
                }
                yield ways(verb, address, queue).stream().findFirst().or(() -> Optional.of(asQueue));
            }
            case CONSUME, BROWSE, DELETE_ADDRESS, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> {
                List<BrokerOperation> ways = ways(verb, address, queue);
                yield ways.isEmpty()
                        ? Optional.of(asQueue)
                        : ways.stream().filter(way -> !allows(caller, way)).findFirst();
            }
        };
    }

    private List<BrokerOperation> ways(Verb verb, String address, Optional<String> queue) {
        return addresses.routingsOf(address, queue).stream()
                .map(routing -> operation(verb, address, queue, routing))
                .toList();
    }

    private static BrokerOperation operation(Verb verb, String address, Optional<String> queue, Routing routing) {
        return new BrokerOperation(verb, address, queue.orElse(address), routing);
    }

    /** The exact decision. */
    boolean allows(Caller caller, BrokerOperation operation) {
        String address = operation.address();
        if (InternalNames.isOwn(address) || InternalNames.isOwn(operation.queue())) {
            return false;
        }
        if (InternalNames.isManagement(address)) {
            return access.allows(
                    caller, new BrokerOperation(Verb.MANAGE, address, operation.queue(), operation.routing()));
        }
        if (OPEN_ADVISORIES.contains(address) && operation.verb() != Verb.SEND) {
            return true;
        }
        Optional<UserName> owner = temporaries.ownerOf(address);
        if (owner.isPresent() && operation.verb() != Verb.SEND && !owner.get().equals(caller.user())) {
            return false;
        }
        return access.allows(caller, operation);
    }

    private static Verb verb(CheckType type) {
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
