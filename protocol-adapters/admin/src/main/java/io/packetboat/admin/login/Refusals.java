package io.packetboat.admin.login;

import io.packetboat.admin.problem.Problem;
import io.packetboat.identity.LoginOutcome;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;

/** What is answered to a request that may not pass. */
final class Refusals {
    private Refusals() {}

    static Response of(LoginOutcome outcome, boolean fromConsole) {
        return outcome instanceof LoginOutcome.Throttled throttled
                ? throttled(throttled.retryAfter())
                : loginNeeded(fromConsole, "user and password don't belong together");
    }

    static Response loginNeeded(boolean fromConsole, String why) {
        return Problem.of(Status.UNAUTHORIZED, why)
                .answer()
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge(fromConsole))
                .build();
    }

    static Response foreign(String why) {
        return Problem.of(Status.FORBIDDEN, why).answer().build();
    }

    private static Response throttled(Duration wait) {
        return Problem.of(Status.TOO_MANY_REQUESTS, "too many failed or simultaneous logins")
                .answer()
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    /** The console has a form of its own; a Basic challenge would open the browser's in front of it. */
    private static String challenge(boolean fromConsole) {
        return fromConsole ? "Session realm=\"packetboat\"" : "Basic realm=\"packetboat\", charset=\"UTF-8\"";
    }
}
