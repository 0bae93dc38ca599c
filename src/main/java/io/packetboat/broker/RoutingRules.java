package io.packetboat.broker;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.RouteContextList;
import org.apache.activemq.artemis.core.server.RoutingContext;

/**
 * Takes queues off a message's route that Artemis' wildcards and untyped sends would reach, and ours must not.
 *
 * <p>A message without a routing type, sent to a name that is both a queue and a topic, means the queue. The broker's own
 * messages, which tell of users and connections, do not reach those who subscribed to everything.
 */
final class RoutingRules {

    void beforeMessageRoute(Message message, RoutingContext context) {
        if (context.getRoutingType() == null && reachesBoth(context)) {
            takeOff(context, queue -> queue.getRoutingType() == RoutingType.MULTICAST);
        }
        if (InternalNames.isHidden(String.valueOf(message.getAddress()))) {
            takeOff(context, queue -> !InternalNames.isHidden(queue.getAddress().toString()));
        }
    }

    private static boolean reachesBoth(RoutingContext context) {
        return context.getQueueCount() > 1
                && queues(context).map(Queue::getRoutingType).distinct().count() > 1;
    }

    /** Every queue on the route. */
    static Stream<Queue> queues(RoutingContext context) {
        return context.getContexListing().values().stream()
                .flatMap(route ->
                        Stream.concat(route.getDurableQueues().stream(), route.getNonDurableQueues().stream()));
    }

    private static void takeOff(RoutingContext context, Predicate<Queue> unwanted) {
        for (RouteContextList route : context.getContexListing().values()) {
            route.getDurableQueues().removeIf(unwanted);
            route.getNonDurableQueues().removeIf(unwanted);
        }
    }
}
