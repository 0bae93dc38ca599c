package io.packetboat.broker;

import io.packetboat.kernel.messaging.BrokerState;
import io.packetboat.kernel.messaging.ProtocolTraffic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Supplier;

/** Messages a second over the last ten: remembers the totals of each second. Guarded by its own lock. */
final class TrafficRates {
    private record Sample(Instant time, ProtocolTraffic totals) {}

    private static final int SAMPLES = 11;

    private final Clock clock;
    private final Supplier<ProtocolTraffic> totals;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    TrafficRates(Clock clock, Supplier<ProtocolTraffic> totals) {
        this.clock = clock;
        this.totals = totals;
    }

    /** To be called once a second. */
    synchronized void sample() {
        samples.addLast(new Sample(clock.instant(), totals.get()));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    synchronized BrokerState.Rates rates() {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || first == last) {
            return new BrokerState.Rates(0, 0, 0);
        }
        double seconds = Duration.between(first.time(), last.time()).toMillis() / 1000.0;
        if (seconds <= 0) {
            return new BrokerState.Rates(0, 0, 0);
        }
        return new BrokerState.Rates(
                (last.totals().received() - first.totals().received()) / seconds,
                (last.totals().delivered() - first.totals().delivered()) / seconds,
                (last.totals().acknowledged() - first.totals().acknowledged()) / seconds);
    }
}
