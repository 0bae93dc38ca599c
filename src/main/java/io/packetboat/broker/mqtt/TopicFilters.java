package io.packetboat.broker.mqtt;

/** The parts of MQTT topic filters. */
final class TopicFilters {
    private static final String SHARE = "$share/";

    private TopicFilters() {}

    /** {@code a/b} of {@code $share/team/a/b}; other filters, malformed ones too, as they are. */
    static String withoutShare(String filter) {
        int end = filter.startsWith(SHARE) ? filter.indexOf('/', SHARE.length()) : -1;
        return end < 0 ? filter : filter.substring(end + 1);
    }
}
