package io.packetboat.broker.disk;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.paging.cursor.PageCursorProvider;
import org.apache.activemq.artemis.core.paging.impl.PagingStoreFactoryNIO;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.ExecutorFactory;
import org.apache.activemq.artemis.utils.actors.ArtemisExecutor;
import org.apache.activemq.artemis.utils.actors.OrderedExecutorFactory;

/** Pages whose writes are whole or fail, and are confirmed when they are done. */
public final class PageFiles extends PagingStoreFactoryNIO {
    private final File directory;
    private final IOCriticalErrorListener refusedWrites;
    private final Supplier<Boolean> purgePageFolders;

    public PageFiles(
            Configuration configuration,
            StorageManager storage,
            ScheduledExecutorService timer,
            ExecutorFactory executors,
            IOCriticalErrorListener refusedWrites) {
        super(
                storage,
                configuration.getPagingLocation(),
                configuration.getPageSyncTimeout(),
                timer,
                executors,
                configuration.isJournalSyncNonTransactional(),
                refusedWrites,
                configuration::isPurgePageFolders);
        this.directory = configuration.getPagingLocation();
        this.refusedWrites = refusedWrites;
        this.purgePageFolders = configuration::isPurgePageFolders;
    }

    @Override
    public synchronized PagingStore newStore(SimpleString address, AddressSettings settings) {
        return new Pages(this, address, settings, null, executor());
    }

    /** One address must not keep a thread for itself. */
    private ArtemisExecutor executor() {
        return new SharedThread(((OrderedExecutorFactory) getExecutorFactory()).getParent());
    }

    /** Artemis finds the folders; what it makes of them has done nothing yet and is left. */
    @Override
    public List<PagingStore> reloadStores(HierarchicalRepository<AddressSettings> settings) throws Exception {
        List<PagingStore> stores = new ArrayList<>();
        for (PagingStore found : super.reloadStores(settings)) {
            SimpleString address = found.getAddress();
            stores.add(new Pages(
                    this,
                    address,
                    settings.getMatch(address.toString()),
                    newFileFactory(found.getFolder().getName()),
                    executor()));
        }
        return stores;
    }

    /** Forces the address' name too: pages without one are passed over at the next start. */
    @Override
    public synchronized SequentialFileFactory newFileFactory(SimpleString address) throws Exception {
        SequentialFileFactory files = super.newFileFactory(address);
        Path folder = files.getDirectory().toPath();
        force(folder.resolve(ADDRESS_FILE), StandardOpenOption.WRITE);
        force(folder, StandardOpenOption.READ);
        force(directory.toPath(), StandardOpenOption.READ);
        return files;
    }

    private static void force(Path file, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    Supplier<Boolean> purgePageFolders() {
        return purgePageFolders;
    }

    @Override
    public PageCursorProvider newCursorProvider(
            PagingStore store, StorageManager storage, AddressSettings settings, ArtemisExecutor executor) {
        return FewCursors.of(store, storage);
    }

    @Override
    protected SequentialFileFactory newFileFactory(String store) {
        return new WholeFiles(new File(directory, store), 1, refusedWrites);
    }
}
