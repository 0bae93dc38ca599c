package io.packetboat.broker.disk;

import org.apache.activemq.artemis.core.persistence.impl.journal.OperationContextImpl;

/**
 * The pending writes of a sender to pages whose thread serves others too: it never waits for the disk, and what is to be done
 * once they are synced is done by the thread that synced them, which it must not hold up.
 *
 * <p>Who uses it bounds what is pending himself.
 */
public final class PromptContext extends OperationContextImpl {

    public PromptContext() {
        super(Runnable::run);
    }
}
