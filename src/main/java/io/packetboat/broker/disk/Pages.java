package io.packetboat.broker.disk;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.paging.impl.PageTimedWriter;
import org.apache.activemq.artemis.core.paging.impl.PagingStoreImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.actors.ArtemisExecutor;
import org.jspecify.annotations.Nullable;

/** The pages of one address, whose messages are confirmed when they are in a page; see {@link PageContext}. */
final class Pages extends PagingStoreImpl {

    /** @param files null for an address that has not paged yet */
    Pages(
            PageFiles factory,
            SimpleString address,
            AddressSettings settings,
            @Nullable SequentialFileFactory files,
            ArtemisExecutor executor) {
        super(
                address,
                factory.getScheduledExecutor(),
                factory.getSyncTimeout(),
                factory.getPagingManager(),
                factory.getStorageManager(),
                files,
                factory,
                address,
                settings,
                executor,
                factory.isSyncNonTransactional(),
                factory.purgePageFolders());
        getPageTimedWriter().stop();
        PageTimedWriter writer = new PageWriter(factory, this, executor);
        writer.start();
        replacePagedTimedWriter(writer);
    }
}
