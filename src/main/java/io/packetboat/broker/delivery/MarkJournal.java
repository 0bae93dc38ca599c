package io.packetboat.broker.delivery;

import io.packetboat.broker.delivery.OwnRecords.Accepted;
import io.packetboat.broker.delivery.OwnRecords.Received;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.dataformat.ByteArrayEncoding;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes the marks into the broker's message journal; does nothing in a broker without one. */
final class MarkJournal {
    private final Supplier<StorageManager> storage;

    MarkJournal(Supplier<StorageManager> storage) {
        this.storage = storage;
    }

    private @Nullable Journal journal() {
        return storage.get().getMessageJournal();
    }

    /** Notes a mark with its message, and durably for a durable one. */
    void put(MessageReference reference, ReceiveMark mark, OperationContext context) throws Exception {
        Journal journal = journal();
        StoredMark former = StoredMark.of(reference);
        if (journal == null || !reference.isDurable() || !reference.getQueue().isDurable()) {
            new StoredMark(0, mark).keepWith(reference);
            return;
        }
        long queue = reference.getQueue().getID();
        ByteArrayEncoding bytes =
                new ByteArrayEncoding(OwnRecords.bytes(new Received(queue, reference.getMessageID(), mark)));
        if (former != null && former.record() != 0) {
            new StoredMark(former.record(), mark).keepWith(reference);
            // It may be settled at this very moment, its record with it.
            journal.tryAppendUpdateRecord(
                    former.record(), OwnRecords.RECEIVE, bytes, true, false, (id, found) -> {}, context);
            return;
        }
        long record = storage.get().generateID();
        new StoredMark(record, mark).keepWith(reference);
        journal.appendAddRecord(record, OwnRecords.RECEIVE, bytes, true, context);
    }

    /** Changes the mark of a message that is on a page. */
    void put(long queue, long message, long record, ReceiveMark mark, OperationContext context) throws Exception {
        Journal journal = journal();
        if (journal != null) {
            ByteArrayEncoding bytes = new ByteArrayEncoding(OwnRecords.bytes(new Received(queue, message, mark)));
            journal.tryAppendUpdateRecord(record, OwnRecords.RECEIVE, bytes, true, false, (id, found) -> {}, context);
        }
    }

    /** Forgets the mark of a message that is settled; with the transaction if there is one. */
    void settled(@Nullable Transaction transaction, MessageReference reference) throws Exception {
        StoredMark mark = StoredMark.of(reference);
        Journal journal = journal();
        if (mark == null || mark.record() == 0 || journal == null) {
            return;
        }
        if (transaction == null) {
            forget(mark.record());
        } else {
            journal.appendDeleteRecordTransactional(transaction.getID(), mark.record());
            transaction.setContainsPersistent();
        }
    }

    /** Not awaited: a mark that comes back belongs to nothing, and is forgotten then. */
    void forget(long record) throws Exception {
        Journal journal = journal();
        if (journal != null) {
            journal.tryAppendDeleteRecord(record, (id, found) -> {}, false);
        }
    }

    /** Notes an accepted message within the transaction that stores it. */
    void put(long queue, DeduplicationMark mark, Transaction transaction) throws Exception {
        Journal journal = journal();
        if (journal != null) {
            journal.appendAddRecordTransactional(
                    transaction.getID(),
                    mark.number(),
                    OwnRecords.DEDUPLICATION,
                    new ByteArrayEncoding(OwnRecords.bytes(new Accepted(queue, mark))));
            transaction.setContainsPersistent();
        }
    }
}
