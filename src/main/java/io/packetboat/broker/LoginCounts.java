package io.packetboat.broker;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Counts decided logins by protocol since the start. Safe for any number of threads, without a lock. */
final class LoginCounts {
    private final ConcurrentHashMap<String, LongAdder> accepted = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, LongAdder> refused = new ConcurrentHashMap<>();

    void count(@Nullable RemotingConnection connection, boolean wasAccepted) {
        (wasAccepted ? accepted : refused)
                .computeIfAbsent(ClientProtocol.of(connection), name -> new LongAdder())
                .increment();
    }

    Map<String, Long> accepted() {
        return sums(accepted);
    }

    Map<String, Long> refused() {
        return sums(refused);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach((protocol, counter) -> sums.put(protocol, counter.sum()));
        return sums;
    }
}
