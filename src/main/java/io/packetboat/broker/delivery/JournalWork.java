package io.packetboat.broker.delivery;

import io.packetboat.broker.BrokerRefusal;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.disk.PromptContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.StorageManager;

/**
 * Writes to the journal without waiting: the stage completes once everything that the work wrote is synced.
 *
 * <p>Each work has an operation context of its own, so that it neither waits for what else the thread wrote nor changes the
 * order in which others complete. All contexts of a queue share one executor, which runs one task at a time in order:
 * messages join the queue there, in the order of the journal.
 */
public final class JournalWork {
    private final StorageManager storage;
    private final Executor completions;
    private final OperationContext ordered;

    /** @param completions runs what waits for the disk; one task at a time, in order */
    public JournalWork(StorageManager storage, Executor completions) {
        this.storage = storage;
        this.completions = completions;
        this.ordered = storage.newContext(completions);
    }

    /** Artemis declares the widest exception everywhere. */
    public interface Writing {
        void write(OperationContext context) throws Exception;
    }

    /** The stage fails with {@link BrokerRefusal} or {@link BrokerUnavailable}. */
    public CompletionStage<Void> run(Writing writing) {
        return run(writing, storage.newContext(completions));
    }

    /**
     * As {@link #run}, and completes behind all that were run so before. A context of its own does not: it completes on the
     * caller's thread if the disk was quicker than the caller, before others that wait for their turn on the executor.
     */
    public CompletionStage<Void> runInOrder(Writing writing) {
        return run(writing, ordered);
    }

    /**
     * For what is written to pages alone: never waits for the disk, and completes on the thread that synced the pages, which
     * must not be held up.
     */
    CompletionStage<Void> runPromptly(Writing writing) {
        return run(writing, new PromptContext());
    }

    private CompletionStage<Void> run(Writing writing, OperationContext own) {
        OperationContext before = storage.getContext();
        storage.setContext(own);
        try {
            writing.write(own);
            Synced synced = new Synced();
            own.executeOnCompletion(synced);
            return synced.stage;
        } catch (ActiveMQException e) {
            return CompletableFuture.failedFuture(BrokerRefusal.of(e));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(new BrokerUnavailable("The broker failed: " + e.getMessage(), e));
        } finally {
            storage.setContext(before);
        }
    }

    private static final class Synced implements IOCallback {
        final CompletableFuture<Void> stage = new CompletableFuture<>();

        @Override
        public void done() {
            stage.complete(null);
        }

        @Override
        public void onError(int code, String message) {
            stage.completeExceptionally(new BrokerUnavailable("The disk refused a write: " + message, null));
        }
    }
}
