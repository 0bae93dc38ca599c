package io.packetboat.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQInterruptedException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;

/**
 * Holds the thread that made or deleted a durable queue or an address until that is on the disk.
 *
 * <p>Artemis writes its bindings in the background and leaves it to each protocol to wait for them, which AMQP does not: a
 * durable subscription that it had confirmed was gone after a crash. Waiting on the operation context would need a thread
 * of the pool that the waiting ones may have used up; the bindings' journal has threads of its own and writes in order, so
 * whoever comes behind its queue knows that all before is written and forced.
 */
final class DefinitionSync implements ActiveMQServerQueuePlugin, ActiveMQServerAddressPlugin {
    private final Supplier<StorageManager> storage;

    DefinitionSync(Supplier<StorageManager> storage) {
        this.storage = storage;
    }

    @Override
    public void afterCreateQueue(Queue queue) throws ActiveMQException {
        if (queue.isDurable()) {
            awaitWritten();
        }
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress)
            throws ActiveMQException {
        if (queue.isDurable()) {
            awaitWritten();
        }
    }

    @Override
    public void afterAddAddress(AddressInfo address, boolean reload) throws ActiveMQException {
        if (!reload && !address.isTemporary()) {
            awaitWritten();
        }
    }

    @Override
    public void afterUpdateAddress(AddressInfo address) throws ActiveMQException {
        awaitWritten();
    }

    private void awaitWritten() throws ActiveMQException {
        Journal bindings = storage.get().getBindingsJournal();
        if (bindings instanceof JournalImpl file && file.isStarted()) {
            awaitWritten(file);
        }
    }

    private static void awaitWritten(JournalImpl file) throws ActiveMQException {
        boolean written = false;
        while (!written) {
            try {
                written = file.flushAppendExecutor(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ActiveMQInterruptedException(e);
            }
        }
    }
}
