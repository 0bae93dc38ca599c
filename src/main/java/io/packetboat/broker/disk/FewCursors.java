package io.packetboat.broker.disk;

import java.lang.reflect.Field;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.paging.cursor.PageCursorProvider;
import org.apache.activemq.artemis.core.paging.cursor.impl.PageCursorProviderImpl;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.utils.collections.ConcurrentLongHashMap;

/**
 * Artemis' keeper of an address' page cursors, made for few of them: it grows with the queues of its address.
 *
 * <p>Artemis keeps room for 256 in each address, 7 of the 18 KB of heap that an empty queue takes. The map is in a private
 * field and is replaced by reflection; a release of Artemis that names it otherwise refuses to start.
 */
final class FewCursors {
    private static final int ROOM = 2;

    private FewCursors() {}

    static PageCursorProvider of(PagingStore store, StorageManager storage) {
        PageCursorProviderImpl cursors = new PageCursorProviderImpl(store, storage);
        try {
            Field map = PageCursorProviderImpl.class.getDeclaredField("activeCursors");
            map.setAccessible(true);
            map.set(cursors, new ConcurrentLongHashMap<>(ROOM, 1));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This release of Artemis keeps its page cursors in another way", e);
        }
        return cursors;
    }
}
