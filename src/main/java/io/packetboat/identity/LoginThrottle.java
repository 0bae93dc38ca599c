package io.packetboat.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed logins for each user name at each source, and for each source, and says who must wait.
 *
 * <p>Nobody sleeps: a login that comes too soon is refused unseen. Only failures from the same source count, so nobody
 * can lock a user out elsewhere; refused attempts don't count, so waiting always helps. Bounded in memory. Safe for any
 * number of threads; one private lock.
 */
final class LoginThrottle {
    private static final int MAX_ENTRIES = 20_000;

    private final Object lock = new Object();
    private final Map<Attempt, Failures> byUser = new RecentEntries<>(MAX_ENTRIES);
    private final Map<String, Failures> bySource = new RecentEntries<>(MAX_ENTRIES);
    private final IdentityConfig.Throttle limits;
    private final Clock clock;

    LoginThrottle(IdentityConfig.Throttle limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** How long this user name must wait at this source. */
    Optional<Duration> waitOf(Attempt attempt) {
        synchronized (lock) {
            return remaining(byUser.get(attempt), limits.perUser());
        }
    }

    /** How long everybody at this source must wait before a slow hash is run for them. */
    Optional<Duration> waitOf(String source) {
        synchronized (lock) {
            return remaining(bySource.get(source), limits.perSource());
        }
    }

    void failed(Attempt attempt) {
        synchronized (lock) {
            Instant now = clock.instant();
            byUser.merge(attempt, new Failures(1, now), (old, one) -> old.and(one, limits.period()));
            bySource.merge(attempt.source(), new Failures(1, now), (old, one) -> old.and(one, limits.period()));
        }
    }

    void succeeded(Attempt attempt) {
        synchronized (lock) {
            byUser.remove(attempt);
        }
    }

    private Optional<Duration> remaining(@Nullable Failures failures, int limit) {
        if (failures == null || failures.count < limit) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), failures.since.plus(limits.period()));
        return Optional.of(left).filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /** A user name as it was sent, from an address. */
    record Attempt(String user, String source) {}

    private record Failures(int count, Instant since) {
        Failures and(Failures next, Duration period) {
            return next.since.isBefore(since.plus(period)) ? new Failures(count + 1, since) : next;
        }
    }
}
