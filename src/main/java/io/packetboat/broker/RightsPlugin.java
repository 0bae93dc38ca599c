package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.MadeUpNames;
import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The exact half of the check of rights: looks at requests when their routing is known, before they change anything.
 *
 * <p>Artemis tells a plugin the user of a new queue, and not the user of a message or an address. Those are remembered
 * for the thread between the check that names the user and the step itself, which follow each other on one thread; what
 * is remembered is tied to the very message or address, so that the broker's own steps in between are not mistaken for
 * the user's.
 */
final class RightsPlugin implements ActiveMQServerQueuePlugin, ActiveMQServerAddressPlugin {
    private record Sending(
            Caller caller, Message message, @Nullable Transaction transaction) {}

    private record Creating(Caller caller, String address) {}

    private final RightsCheck rights;
    private final AddressBook addresses;
    private final TemporaryDestinations temporaries;
    private final Observers observers;
    private final Sources sources;
    private final ThreadLocal<@Nullable Sending> sending = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Creating> creating = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Caller> creatingQueue = new ThreadLocal<>();

    RightsPlugin(
            RightsCheck rights,
            AddressBook addresses,
            TemporaryDestinations temporaries,
            Observers observers,
            Sources sources) {
        this.rights = rights;
        this.addresses = addresses;
        this.temporaries = temporaries;
        this.observers = observers;
        this.sources = sources;
    }

    /** The security manager let this caller begin; for creations the next step on this thread shows what exactly. */
    void began(Caller caller, CheckType type, String addressOrQualified) {
        if (type == CheckType.CREATE_ADDRESS) {
            creating.set(new Creating(caller, bare(addressOrQualified)));
        }
        if (type == CheckType.CREATE_DURABLE_QUEUE || type == CheckType.CREATE_NON_DURABLE_QUEUE) {
            creatingQueue.set(caller);
        }
    }

    void beforeSend(ServerSession session, @Nullable Transaction tx, Message message) {
        sending.set(sources.callerOf(session)
                .map(caller -> new Sending(caller, message, tx))
                .orElse(null));
    }

    /** The message is routed or refused. Emptied, not removed: removing costs a search of the thread's map. */
    void afterSend() {
        sending.set(null);
    }

    void beforeMessageRoute(Message message, RoutingContext context) throws ActiveMQException {
        Sending request = sending.get();
        if (request == null || request.message() != message) {
            return;
        }
        String address = bare(message.getAddress());
        for (Routing routing : routings(context)) {
            BrokerOperation operation = new BrokerOperation(Verb.SEND, address, address, routing);
            if (!rights.allows(request.caller(), operation)) {
                throw refuseSend(request, operation);
            }
        }
    }

    private static Set<Routing> routings(RoutingContext context) {
        RoutingType wanted = context.getRoutingType();
        if (wanted != null) {
            return Set.of(AddressBook.routing(wanted));
        }
        EnumSet<Routing> reached = EnumSet.noneOf(Routing.class);
        RoutingRules.queues(context).forEach(queue -> reached.add(AddressBook.routing(queue.getRoutingType())));
        return reached;
    }

    private ActiveMQException refuseSend(Sending request, BrokerOperation operation) {
        ActiveMQException refusal = refusal(request.caller(), operation);
        if (request.transaction() != null) {
            request.transaction().markAsRollbackOnly(refusal);
        }
        if (request.message() instanceof LargeServerMessage large) {
            try {
                large.deleteFile();
            } catch (Exception e) {
                refusal.addSuppressed(e);
            }
        }
        return refusal;
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        Caller begun = creatingQueue.get();
        creatingQueue.remove();
        SimpleString user = queue.getUser();
        if (user == null || user.isEmpty()) {
            return;
        }
        boolean same = begun != null && begun.user().value().equals(user.toString());
        Caller caller = same ? begun : new Caller(new UserName(user.toString()), "", Caller.Door.MESSAGING);
        require(caller, creation(queue));
    }

    private static BrokerOperation creation(QueueConfiguration queue) {
        boolean durable = queue.isDurable() == null || queue.isDurable();
        return new BrokerOperation(
                durable ? Verb.CREATE_DURABLE_QUEUE : Verb.CREATE_NON_DURABLE_QUEUE,
                queue.getAddress().toString(),
                queue.getName().toString(),
                AddressBook.routing(queue.getRoutingType()));
    }

    @Override
    public void beforeAddAddress(AddressInfo address, boolean reload) throws ActiveMQException {
        String name = address.getName().toString();
        Creating request = takeRequest(name);
        if (request == null) {
            return;
        }
        requireCreation(request, address.getRoutingTypes());
        if (address.isTemporary() && MadeUpNames.include(name)) {
            temporaries.created(name, request.caller().user());
        }
    }

    @Override
    public void beforeUpdateAddress(SimpleString address, EnumSet<RoutingType> routingTypes) throws ActiveMQException {
        Creating request = takeRequest(address.toString());
        if (request != null) {
            requireCreation(request, routingTypes);
        }
    }

    @Override
    public void afterRemoveAddress(SimpleString address, @Nullable AddressInfo info) {
        temporaries.deleted(address.toString());
    }

    private @Nullable Creating takeRequest(String address) {
        Creating request = creating.get();
        creating.remove();
        return request != null && request.address().equals(address) ? request : null;
    }

    private void requireCreation(Creating request, Set<RoutingType> routingTypes) throws ActiveMQException {
        String address = request.address();
        for (RoutingType type : routingTypes) {
            Routing routing = AddressBook.routing(type);
            if (!addresses.hasRouting(address, routing)) {
                require(request.caller(), new BrokerOperation(Verb.CREATE_ADDRESS, address, address, routing));
            }
        }
    }

    private void require(Caller caller, BrokerOperation operation) throws ActiveMQException {
        if (!rights.allows(caller, operation)) {
            throw refusal(caller, operation);
        }
    }

    private ActiveMQException refusal(Caller caller, BrokerOperation operation) {
        observers.tell(observer -> observer.operationRefused(caller, operation));
        return new ActiveMQSecurityException("User " + caller.user() + " may not " + operation.verb() + " as "
                + operation.routing() + " on " + operation.queue());
    }

    private static String bare(String address) {
        int separator = address.indexOf("::");
        return separator < 0 ? address : address.substring(0, separator);
    }
}
