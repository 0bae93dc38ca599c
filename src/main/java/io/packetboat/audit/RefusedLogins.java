package io.packetboat.audit;

import io.packetboat.identity.LoginObserver;
import io.packetboat.identity.LoginOutcome;
import io.packetboat.kernel.PacketboatException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings refused logins of all doors into the trail, at most {@value #MAX_PER_MINUTE} a minute.
 *
 * <p>What exceeds that is counted, and the next record says how many there were, so that an attack neither fills the disk
 * nor goes unseen. Safe for any number of threads; one private lock.
 */
public final class RefusedLogins implements LoginObserver {
    private static final Logger LOG = System.getLogger(RefusedLogins.class.getName());
    private static final int MAX_PER_MINUTE = 60;
    private static final String ACTION = "packetboat:Login";

    private final Object lock = new Object();
    private final AuditRecorder recorder;
    private final Clock clock;
    private Instant minute = Instant.MIN;
    private int recorded;
    private long unrecorded;

    public RefusedLogins(AuditRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void loginRefused(RefusedLogin login) {
        Instant now = clock.instant();
        long before;
        synchronized (lock) {
            if (!now.isBefore(minute.plus(Duration.ofMinutes(1)))) {
                minute = now;
                recorded = 0;
            }
            if (recorded >= MAX_PER_MINUTE) {
                unrecorded++;
                return;
            }
            recorded++;
            before = unrecorded;
            unrecorded = 0;
        }
        append(login, now, before);
    }

    private void append(RefusedLogin login, Instant now, long before) {
        String resource = before == 0 ? "" : before + " earlier refusals not recorded";
        AuditRecord record = new AuditRecord(
                now,
                login.user(),
                login.source(),
                login.door(),
                ACTION,
                resource,
                AuditRecord.Outcome.DENIED,
                nameOf(login.outcome()));
        try {
            recorder.record(record);
        } catch (PacketboatException e) {
            // The login is refused all the same; nobody waits for this record.
            LOG.log(Level.WARNING, "a refused login could not be recorded", e);
        }
    }

    private static String nameOf(LoginOutcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
