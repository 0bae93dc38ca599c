package io.packetboat.audit;

import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.callerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PageRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
    @Test
    void readingItIsARightOfItsOwn(@TempDir Path directory) {
        TestingIdentity identity = new TestingIdentity(directory);
        identity.userWith("auditor", allow("packetboat:LookupEvents", "*"));
        identity.userWith("clerk", allow("packetboat:List*", "*"));
        InMemoryAuditStore store = new InMemoryAuditStore();
        AuditRecord record = new AuditRecord(
                identity.clock.instant(),
                "ada",
                "192.0.2.1",
                Caller.Door.ADMIN,
                "packetboat:CreateUser",
                "bob",
                AuditRecord.Outcome.SUCCEEDED,
                "");
        store.append(record);
        AuditTrail trail = new AuditTrail(
                store,
                identity.rights,
                new AuditConfig(identity.config.account(), identity.config.region(), Duration.ofDays(90)));

        assertThat(trail.list(callerOf("auditor"), PageRequest.first(10)).items())
                .containsExactly(record);
        assertThatThrownBy(() -> trail.list(callerOf("clerk"), PageRequest.first(10)))
                .isInstanceOf(AccessDenied.class);
    }
}
