package io.packetboat.broker;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;

/**
 * The routings of a topic that may become a queue too, as Artemis' AMQP must see them: one there is, and each may be.
 *
 * <p>Before it lets a consumer attach, AMQP ({@code DefaultSenderController.init}) asks whether the set contains the
 * routing that the client named, and refuses where it does not; the attaching itself would add the queue, with its own
 * check of rights. A client that named none gets the only one that there is.
 */
final class JoinableTopic extends AbstractSet<RoutingType> {

    @Override
    public boolean contains(Object routing) {
        return routing instanceof RoutingType;
    }

    @Override
    public Iterator<RoutingType> iterator() {
        return Set.of(RoutingType.MULTICAST).iterator();
    }

    @Override
    public int size() {
        return 1;
    }
}
