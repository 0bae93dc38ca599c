package io.packetboat.audit;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.time.Instant;

/** Where audit records are kept, in the order in which they were added. Safe for any number of threads. */
public interface AuditStore {

    /** Adds the record; it is committed and forced to disk on return. */
    void append(AuditRecord record);

    /** The newest records first; the key to page with is the store's own and means nothing else. */
    Page<AuditRecord> listNewestFirst(PageRequest page);

    /** Deletes records that were added before the moment, the oldest first; tells how many, {@code most} if more may be left. */
    int deleteBefore(Instant moment, int most);
}
