package io.packetboat.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** Runs a change of the broker and returns when it is on disk. */
final class DurableStep {
    private final ActiveMQServer server;

    DurableStep(ActiveMQServer server) {
        this.server = server;
    }

    /** What a step does to the broker; Artemis declares the widest exception everywhere. */
    interface Change<T> {
        T apply() throws Exception;
    }

    /**
     * Blocks until everything that the change wrote is synced.
     *
     * @throws BrokerUnavailable while the broker does not run
     * @throws BrokerRefusal if Artemis refuses the change
     */
    <T> T run(Change<T> change) {
        requireRunning();
        StorageManager storage = server.getStorageManager();
        // A context of its own: the wait is for this change alone, and the caller's thread keeps what it had.
        OperationContext before = storage.getContext();
        storage.clearContext();
        try {
            T result = change.apply();
            storage.waitOnOperations();
            return result;
        } catch (ActiveMQException e) {
            throw BrokerRefusal.of(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerUnavailable("The broker failed: " + e.getMessage(), e);
        } finally {
            storage.setContext(before);
        }
    }

    void requireRunning() {
        if (!server.isActive()) {
            throw new BrokerUnavailable("The broker does not run.", null);
        }
    }
}
