package io.packetboat.figure;

import io.packetboat.broker.QueueFigures;
import io.packetboat.broker.QueueFigures.Levels;
import io.packetboat.broker.QueueFigures.Totals;
import io.packetboat.figure.Family.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The figures of queues, and of durable subscriptions, which are queues too. Pure. */
final class QueueFamilies {
    /** In parentheses, since it stands for no queue. */
    static final String OTHERS = "(other)";

    private static final String LABEL = "queue";

    private QueueFamilies() {}

    /**
     * Everything about queues.
     *
     * @param selected the queues with figures of their own
     * @param otherTotals of all the rest
     */
    static List<Family> of(QueueSelection selected, Totals otherTotals) {
        List<QueueFigures> rows = new ArrayList<>(selected.own());
        Levels levels = selected.others().stream().map(QueueFigures::levels).reduce(Levels.NONE, Levels::plus);
        rows.add(new QueueFigures(0, OTHERS, true, levels, otherTotals));
        return List.of(
                level(rows, "messages", "Messages held, with those in flight and scheduled", Levels::messages),
                level(rows, "messages_in_flight", "Messages handed to consumers, not settled", Levels::inFlight),
                level(rows, "messages_scheduled", "Messages held back until their time comes", Levels::scheduled),
                level(rows, "size_bytes", "What the messages held take", Levels::bytes),
                level(rows, "consumers", "Clients attached to receive", Levels::consumers),
                level(rows, "paging", "Queues that keep messages on disk alone: memory is used up", Levels::paging),
                total(rows, "messages_added_total", "Messages routed to the queue", Totals::added),
                total(rows, "messages_acknowledged_total", "Messages consumed", Totals::acknowledged),
                total(rows, "messages_expired_total", "Messages ended by their time to live", Totals::expired),
                total(rows, "messages_killed_total", "Messages dead-lettered or deleted", Totals::killed));
    }

    private static Family level(List<QueueFigures> rows, String name, String help, ToLongFunction<Levels> figure) {
        return family(rows, name, help, Kind.GAUGE, row -> figure.applyAsLong(row.levels()));
    }

    private static Family total(List<QueueFigures> rows, String name, String help, ToLongFunction<Totals> figure) {
        return family(rows, name, help, Kind.COUNTER, row -> figure.applyAsLong(row.totals()));
    }

    private static Family family(
            List<QueueFigures> rows, String name, String help, Kind kind, ToLongFunction<QueueFigures> figure) {
        return new Family(
                "packetboat_queue_" + name,
                help,
                kind,
                rows.stream()
                        .map(row -> Sample.of(LABEL, row.name(), figure.applyAsLong(row)))
                        .toList());
    }
}
