package io.packetboat.admin.login;

import io.packetboat.identity.IdentityObserver;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The console's sessions, in memory alone: a restart ends them all.
 *
 * <p>At most {@value #MAX_PER_USER} of one user and {@value #MAX} of all; a new one over the bound ends the one that was
 * used longest ago. A session ends at once when its user's logins are revoked. Safe for any number of threads.
 */
@ApplicationScoped
public class Sessions implements IdentityObserver {
    static final int MAX_PER_USER = 20;
    static final int MAX = 10_000;

    private final Object lock = new Object();
    private final Map<String, Session> byDigest = new HashMap<>();
    private final Clock clock;
    private long revocations;

    @Inject
    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Sessions() {
        this(null);
    }

    /** How often logins were revoked so far; ask before a login and hand it to {@link #open}. */
    long revocations() {
        synchronized (lock) {
            return revocations;
        }
    }

    /** A new session, or none when logins were revoked since the count: the login must be repeated. */
    Optional<SessionToken> open(UserName user, long revocationsBeforeLogin) {
        SessionToken token = SessionToken.random();
        Instant now = clock.instant();
        synchronized (lock) {
            if (revocations != revocationsBeforeLogin) {
                return Optional.empty();
            }
            byDigest.values().removeIf(session -> session.isOver(now));
            makeRoomFor(user);
            byDigest.put(token.digest(), new Session(user, now, now));
        }
        return Optional.of(token);
    }

    /** The user of a session that is still on; asking keeps it on. */
    Optional<UserName> use(SessionToken token) {
        Instant now = clock.instant();
        synchronized (lock) {
            Session session = byDigest.computeIfPresent(
                    token.digest(), (digest, found) -> found.isOver(now) ? null : found.usedAt(now));
            return Optional.ofNullable(session).map(Session::user);
        }
    }

    void end(SessionToken token) {
        synchronized (lock) {
            byDigest.remove(token.digest());
        }
    }

    @Override
    public void loginsRevoked(UserName user) {
        synchronized (lock) {
            revocations++;
            byDigest.values().removeIf(session -> session.user().equals(user));
        }
    }

    @Override
    public void rightsChanged() {
        // Rights are asked anew for every request.
    }

    private void makeRoomFor(UserName user) {
        long own = byDigest.values().stream()
                .filter(session -> session.user().equals(user))
                .count();
        if (own >= MAX_PER_USER) {
            endLongestUnused(Optional.of(user));
        }
        if (byDigest.size() >= MAX) {
            endLongestUnused(Optional.empty());
        }
    }

    private void endLongestUnused(Optional<UserName> user) {
        byDigest.entrySet().stream()
                .filter(entry -> user.isEmpty() || entry.getValue().user().equals(user.get()))
                .min(Comparator.comparing(entry -> entry.getValue().used()))
                .map(Map.Entry::getKey)
                .ifPresent(byDigest::remove);
    }
}
