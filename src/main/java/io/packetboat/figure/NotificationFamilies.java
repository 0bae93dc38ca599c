package io.packetboat.figure;

import io.packetboat.fanout.NotificationCounts.Totals;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The figures of what SNS's subscriptions got. Pure. */
final class NotificationFamilies {
    private static final String LABEL = "topic";

    private NotificationFamilies() {}

    static List<Family> of(Map<String, Totals> topics) {
        return List.of(
                total(topics, "delivered", "Notifications that reached their endpoint", Totals::delivered),
                total(topics, "failed", "Notifications given up, with nothing to take them", Totals::failed),
                total(topics, "dead_lettered", "Notifications put into a dead-letter queue", Totals::deadLettered),
                total(topics, "filtered_out", "Notifications that a filter policy kept back", Totals::filteredOut));
    }

    private static Family total(Map<String, Totals> topics, String name, String help, ToLongFunction<Totals> figure) {
        return new Family(
                "packetboat_notifications_" + name + "_total",
                help,
                Family.Kind.COUNTER,
                topics.entrySet().stream()
                        .map(topic -> Sample.of(LABEL, topic.getKey(), figure.applyAsLong(topic.getValue())))
                        .toList());
    }
}
