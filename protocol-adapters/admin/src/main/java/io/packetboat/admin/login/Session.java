package io.packetboat.admin.login;

import io.packetboat.kernel.UserName;
import java.time.Duration;
import java.time.Instant;

/** One login of the console, from when it was opened and when it was last used. */
record Session(UserName user, Instant opened, Instant used) {
    /** How long a session lasts without being used. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** How long it lasts however busy it is. */
    static final Duration LIFETIME = Duration.ofHours(12);

    boolean isOver(Instant now) {
        return !now.isBefore(used.plus(IDLE)) || !now.isBefore(opened.plus(LIFETIME));
    }

    Session usedAt(Instant now) {
        return new Session(user, opened, now);
    }
}
