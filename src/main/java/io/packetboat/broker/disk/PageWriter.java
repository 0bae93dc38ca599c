package io.packetboat.broker.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.core.paging.PagedMessage;
import org.apache.activemq.artemis.core.paging.impl.PageTimedWriter;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.server.RouteContextList;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.utils.actors.ArtemisExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of one address to its pages, with one sync for all that wait: at once for a client that is alone, and
 * else so that those who were just answered have a moment to come again.
 *
 * <p>Artemis' own has a timer call for each write. That is a change of threads more, and time that a client who is alone
 * waits for nobody.
 */
final class PageWriter extends PageTimedWriter {
    private final AtomicBoolean booked = new AtomicBoolean();
    /** Clients to be told; used by the writing thread, as is what it waits for. */
    private final List<OperationContext> written = new ArrayList<>();

    private final long gatherNanos;
    private long gathersUntil = System.nanoTime();
    private volatile @Nullable Thread writing;

    PageWriter(PageFiles factory, Pages pages, ArtemisExecutor executor) {
        super(
                pages.getPageSizeBytes(),
                factory.getStorageManager(),
                pages,
                factory.getScheduledExecutor(),
                executor,
                factory.isSyncNonTransactional(),
                factory.getSyncTimeout());
        this.gatherNanos = factory.getSyncTimeout();
    }

    @Override
    public int addTask(
            OperationContext context,
            PagedMessage message,
            @Nullable Transaction tx,
            RouteContextList routes,
            boolean useFlowControl) {
        boolean waits = useFlowControl && !(context instanceof PromptContext);
        int credits = super.addTask(new PageContext(context, written::add), message, tx, routes, waits);
        return context instanceof PromptContext ? 0 : credits;
    }

    /** Books the next write, if there is none yet. */
    @Override
    public boolean delay() {
        if (Thread.currentThread() == writing) {
            return super.delay(); // the journal is locked: later
        }
        if (!booked.compareAndSet(false, true)) {
            return false;
        }
        try {
            executor.execute(this::runBooked);
            return true;
        } catch (RejectedExecutionException e) {
            booked.set(false);
            throw e;
        }
    }

    private void runBooked() {
        long left = gathersUntil - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
        booked.set(false);
        run();
    }

    @Override
    public void run() {
        writing = Thread.currentThread();
        try {
            super.run();
        } finally {
            writing = null;
            tellClients();
        }
    }

    /** When every lock is free again. Where several were told, others are likely to come soon, and then share a sync. */
    private void tellClients() {
        List<OperationContext> told = List.copyOf(written);
        written.clear();
        boolean several = told.stream().distinct().limit(2).count() > 1;
        gathersUntil = System.nanoTime() + (several ? gatherNanos : 0);
        told.forEach(OperationContext::pageSyncDone);
    }
}
