package io.packetboat.broker.openwire;

import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.openwire.OpenWireConnection;
import org.apache.activemq.artemis.core.protocol.openwire.OpenWireInterceptor;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.command.Command;
import org.apache.activemq.command.RemoveSubscriptionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Who is ending a durable subscription over OpenWire, on the thread that does so.
 *
 * <p>Artemis 2.55.0 ({@code OpenWireConnection.processRemoveSubscription}) deletes the queue that the client's words make
 * up, with its messages, on nobody's behalf: no right is asked for, and the words may name any queue. Whoever deletes it
 * asks here first for whom.
 */
public final class Unsubscribers implements OpenWireInterceptor {
    private final ThreadLocal<@Nullable SecurityAuth> current = new ThreadLocal<>();

    @Override
    public boolean intercept(Command command, RemotingConnection connection) {
        if (command instanceof RemoveSubscriptionInfo && connection instanceof OpenWireConnection client) {
            current.set(client);
        } else {
            // One that failed before it deleted anything.
            current.remove();
        }
        return true;
    }

    /** The client whose command this thread carries out; empty from then on. */
    public Optional<SecurityAuth> take() {
        Optional<SecurityAuth> client = Optional.ofNullable(current.get());
        current.remove();
        return client;
    }
}
