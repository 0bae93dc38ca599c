package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Makes identity's changes bite on open connections: looks at once, and again for logins that were just being made. */
final class Connections implements ConnectionControl {
    private static final String LOGIN_ENDED = "The login of this user no longer holds";
    private static final long SECOND_LOOK_MILLIS = 600;

    private final ActiveMQServer server;
    private final RightsCheck rights;
    private final Logins logins;
    private final Sources sources;

    Connections(ActiveMQServer server, RightsCheck rights, Logins logins, Sources sources) {
        this.server = server;
        this.rights = rights;
        this.logins = logins;
        this.sources = sources;
    }

    @Override
    public void loginsRevoked(UserName user) {
        logins.revoke(user);
        twice(() -> closeAll(user));
    }

    @Override
    public void rightsChanged() {
        twice(this::closeUnrightful);
    }

    private void twice(Runnable look) {
        if (!server.isActive()) {
            return;
        }
        server.getThreadPool().execute(look);
        CompletableFuture.delayedExecutor(SECOND_LOOK_MILLIS, TimeUnit.MILLISECONDS, server.getThreadPool())
                .execute(look);
    }

    private void closeAll(UserName user) {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            if (Logins.callerOf(connection.getSubject())
                    .filter(caller -> caller.user().equals(user))
                    .isPresent()) {
                close(connection, LOGIN_ENDED);
            }
        }
        for (ServerSession session : server.getSessions()) {
            if (user.value().equals(session.getValidatedUser())) {
                close(session.getRemotingConnection(), LOGIN_ENDED);
            }
        }
    }

    private void closeUnrightful() {
        for (ServerSession session : server.getSessions()) {
            Optional<Caller> caller = sources.callerOf(session);
            if (caller.isPresent()
                    && session.getServerConsumers().stream()
                            .anyMatch(consumer -> !rights.allows(caller.get(), consumption(consumer)))) {
                close(session.getRemotingConnection(), "The user may no longer consume");
            }
        }
    }

    private static BrokerOperation consumption(ServerConsumer consumer) {
        Queue queue = consumer.getQueue();
        return new BrokerOperation(
                consumer.isBrowseOnly() ? BrokerOperation.Verb.BROWSE : BrokerOperation.Verb.CONSUME,
                queue.getAddress().toString(),
                queue.getName().toString(),
                AddressBook.routing(queue.getRoutingType()));
    }

    private static void close(RemotingConnection connection, String why) {
        connection.fail(new ActiveMQDisconnectedException(why));
    }
}
