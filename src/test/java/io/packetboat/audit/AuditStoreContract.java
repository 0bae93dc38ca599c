package io.packetboat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.audit.AuditRecord.Outcome;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of audit records must do. */
public abstract class AuditStoreContract {
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.123Z");

    /** An empty store. */
    protected abstract AuditStore store();

    @Test
    void aRecordComesBackAsItWasAdded() {
        AuditStore store = store();
        AuditRecord record = record(THEN, "user/ada");

        store.append(record);

        assertThat(store.listNewestFirst(PageRequest.first(10)).items()).containsExactly(record);
    }

    @Test
    void pagesRunFromTheNewestToTheOldestWithoutGapsOrDoubles() {
        AuditStore store = store();
        for (int i = 0; i < 25; i++) {
            store.append(record(THEN, Integer.toString(i)));
        }

        List<String> seen = new ArrayList<>();
        Page<AuditRecord> page = store.listNewestFirst(PageRequest.first(10));
        page.items().forEach(record -> seen.add(record.resource()));
        while (page.next().isPresent()) {
            page = store.listNewestFirst(new PageRequest(page.next().get(), 10));
            page.items().forEach(record -> seen.add(record.resource()));
        }

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 25)
                        .mapToObj(i -> Integer.toString(24 - i))
                        .toList());
    }

    @Test
    void aFullLastPageHasNoNext() {
        AuditStore store = store();
        store.append(record(THEN, "a"));
        store.append(record(THEN, "b"));

        assertThat(store.listNewestFirst(PageRequest.first(2)).next()).isEmpty();
    }

    @Test
    void recordsAddedLaterStandFirstEvenIfTheClockWasSetBack() {
        AuditStore store = store();
        store.append(record(THEN, "first"));
        store.append(record(THEN.minus(Duration.ofHours(1)), "second"));

        assertThat(store.listNewestFirst(PageRequest.first(10)).items())
                .extracting(AuditRecord::resource)
                .containsExactly("second", "first");
    }

    @Test
    void recordsOfManyThreadsAreAllKept() {
        AuditStore store = store();

        CompletableFuture.allOf(IntStream.range(0, 40)
                        .mapToObj(
                                i -> CompletableFuture.runAsync(() -> store.append(record(THEN, Integer.toString(i)))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(store.listNewestFirst(PageRequest.first(100)).items())
                .extracting(AuditRecord::resource)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(Integer::toString).toList());
    }

    @Test
    void oldRecordsGoAndYoungerOnesStay() {
        AuditStore store = store();
        store.append(record(THEN, "oldest"));
        store.append(record(THEN, "older"));
        store.append(record(THEN, "old"));
        store.append(record(THEN.plus(Duration.ofDays(2)), "young"));
        Instant moment = THEN.plus(Duration.ofDays(1));

        assertThat(store.deleteBefore(moment, 2)).isEqualTo(2);
        assertThat(store.deleteBefore(moment, 2)).isEqualTo(1);

        assertThat(store.listNewestFirst(PageRequest.first(10)).items())
                .extracting(AuditRecord::resource)
                .containsExactly("young");
    }

    @Test
    void aForeignPageKeyIsRefused() {
        AuditStore store = store();

        assertThatThrownBy(() -> store.listNewestFirst(new PageRequest("yesterday", 10)))
                .isInstanceOf(InvalidValue.class);
    }

    private static AuditRecord record(Instant time, String resource) {
        return new AuditRecord(
                time,
                "ada",
                "192.0.2.1",
                Caller.Door.ADMIN,
                "packetboat:CreateUser",
                resource,
                Outcome.FAILED,
                "UserNameTaken");
    }
}
