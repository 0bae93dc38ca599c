package io.packetboat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.identity.LoginObserver.RefusedLogin;
import io.packetboat.identity.LoginOutcome;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedLoginsTest {
    private static final RefusedLogin WRONG =
            new RefusedLogin("ada", "192.0.2.1", Caller.Door.MESSAGING, new LoginOutcome.Rejected());

    private final TestingClock clock = new TestingClock();
    private final InMemoryAuditStore store = new InMemoryAuditStore();
    private final RefusedLogins logins = new RefusedLogins(
            new AuditRecorder(
                    store,
                    new AuditConfig(new AccountId("000000000000"), new Region("us-east-1"), Duration.ofDays(90)),
                    clock),
            clock);

    @Test
    void aRefusedLoginIsRecordedWithUserSourceDoorAndReason() {
        logins.loginRefused(WRONG);

        AuditRecord record = store.records().get(0);
        assertThat(record.user()).isEqualTo("ada");
        assertThat(record.source()).isEqualTo("192.0.2.1");
        assertThat(record.door()).isEqualTo(Caller.Door.MESSAGING);
        assertThat(record.action()).isEqualTo("packetboat:Login");
        assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DENIED);
        assertThat(record.failure()).isEqualTo("Rejected");
    }

    @Test
    void anAttackIsCountedInsteadOfFillingTheDisk() {
        for (int i = 0; i < 1_000; i++) {
            logins.loginRefused(WRONG);
        }
        assertThat(store.records()).hasSize(60);

        clock.advance(Duration.ofMinutes(1));
        logins.loginRefused(WRONG);

        assertThat(store.records()).hasSize(61);
        assertThat(store.records().get(60).resource()).isEqualTo("940 earlier refusals not recorded");
    }
}
