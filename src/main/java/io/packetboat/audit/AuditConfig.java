package io.packetboat.audit;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Region;
import java.time.Duration;

/**
 * The settings of the audit trail.
 *
 * @param retention how long records are kept at least; they are deleted within an hour or so after that
 */
public record AuditConfig(AccountId account, Region region, Duration retention) {
    /** What is kept unless configured otherwise. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

    public AuditConfig {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new InvalidValue("retention", "must be at least a day");
        }
    }
}
