package io.packetboat.aws.sigv4;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a signature is good: clocks may differ by a quarter of an hour, a pre-signed URL says itself how long it lasts. */
final class SignatureTime {
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;

    SignatureTime(Clock clock) {
        this.clock = clock;
    }

    /** Raises AWS's error, in AWS's words, for a signature that is too old, too new or of another day than its scope. */
    void require(Signature signature) {
        Instant signed = parse(signature.timestamp());
        requireSameDay(signature);
        Instant now = clock.instant();
        if (signed.isAfter(now.plus(SKEW))) {
            throw refused("Signature not yet current: " + BASIC.format(signed) + " is still later than "
                    + BASIC.format(now.plus(SKEW)) + " (" + BASIC.format(now) + " + 15 min.)");
        }
        Duration life = signature.validity().orElse(SKEW);
        if (signed.isBefore(now.minus(life))) {
            throw refused("Signature expired: " + BASIC.format(signed) + " is now earlier than "
                    + BASIC.format(now.minus(life)) + " (" + BASIC.format(now) + " - " + words(life) + ")");
        }
    }

    private static Instant parse(String timestamp) {
        try {
            return LocalDateTime.parse(timestamp, BASIC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new RequestRefused(
                    CommonErrors.INCOMPLETE_SIGNATURE,
                    "Date must be in ISO-8601 'basic format'. Got '" + Printable.of(timestamp) + "'.");
        }
    }

    private static void requireSameDay(Signature signature) {
        String scoped = signature.credential().scope().date();
        if (!signature.timestamp().startsWith(scoped + "T")) {
            throw refused("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + Printable.of(scoped) + "' != '" + signature.timestamp().substring(0, 8) + "'.");
        }
    }

    private static String words(Duration life) {
        return life.toSecondsPart() == 0 ? life.toMinutes() + " min." : life.toSeconds() + " sec.";
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(CommonErrors.SIGNATURE_DOES_NOT_MATCH, message);
    }
}
