package io.packetboat.broker.disk;

import java.util.function.Consumer;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.io.OperationConsistencyLevel;
import org.apache.activemq.artemis.core.persistence.OperationContext;

/**
 * A client's pending writes, as the writer of pages sees them: what it lines up is counted apart from the journal's.
 *
 * <p>An {@code OperationContextImpl} counts what is done and not which. A record of the journal that was asked for after
 * the page and is done before it, as an acknowledgement on the same connection, then stood for the page: the message was
 * confirmed up to some milliseconds before it was written at all.
 */
final class PageContext implements OperationContext {
    private final OperationContext client;
    private final Consumer<OperationContext> written;

    /** @param written takes the client whose page is on the disk, and tells it soon */
    PageContext(OperationContext client, Consumer<OperationContext> written) {
        this.client = client;
        this.written = written;
    }

    @Override
    public void storeLineUp() {
        client.pageSyncLineUp();
    }

    @Override
    public void done() {
        written.accept(client);
    }

    @Override
    public void onError(int code, String message) {
        client.onError(code, message);
    }

    @Override
    public void executeOnCompletion(IOCallback task, OperationConsistencyLevel level) {
        client.executeOnCompletion(task, level);
    }

    @Override
    public void executeOnCompletion(IOCallback task) {
        client.executeOnCompletion(task);
    }

    @Override
    public void replicationLineUp() {
        client.replicationLineUp();
    }

    @Override
    public void replicationDone() {
        client.replicationDone();
    }

    @Override
    public void pageSyncLineUp() {
        client.pageSyncLineUp();
    }

    @Override
    public void pageSyncDone() {
        client.pageSyncDone();
    }

    @Override
    public void waitCompletion() throws Exception {
        client.waitCompletion();
    }

    @Override
    public boolean waitCompletion(long timeout) throws Exception {
        return client.waitCompletion(timeout);
    }

    @Override
    public void reset() {
        client.reset();
    }
}
