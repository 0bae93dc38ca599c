package io.packetboat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditRecorderTest {
    private static final Duration RETENTION = Duration.ofDays(90);

    private final TestingClock clock = new TestingClock();
    private final InMemoryAuditStore store = new InMemoryAuditStore();
    private final AuditRecorder recorder = new AuditRecorder(
            store, new AuditConfig(new AccountId("000000000000"), new Region("us-east-1"), RETENTION), clock);

    @Test
    void recordsGoWhenTheirTimeIsOver() {
        record(1);
        clock.advance(RETENTION.plusMinutes(1));

        record(1);

        assertThat(store.records()).extracting(AuditRecord::time).containsExactly(clock.instant());
    }

    @Test
    void aBacklogGoesAsFastAsRecordsComeAndNotOnceAMinute() {
        record(2_500);
        clock.advance(RETENTION.plusMinutes(1));

        record(3);

        assertThat(store.records()).hasSize(3);
    }

    private void record(int times) {
        for (int i = 0; i < times; i++) {
            recorder.recordDone(Caller.node("test"), "test:Do", "something");
        }
    }
}
