package io.packetboat.broker;

import io.packetboat.kernel.UserName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Makes identity's changes bite on open connections: looks at once, and again for logins that were just being made. */
final class Connections implements ConnectionControl {
    private static final long SECOND_LOOK_MILLIS = 600;

    private final ActiveMQServer server;
    private final BrokerAccess access;
    private final Logins logins;

    Connections(ActiveMQServer server, BrokerAccess access, Logins logins) {
        this.server = server;
        this.access = access;
        this.logins = logins;
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
            if (Logins.userOf(connection.getSubject()).filter(user::equals).isPresent()) {
                close(connection, "The login of this user no longer holds");
            }
        }
        for (ServerSession session : server.getSessions()) {
            if (user.value().equals(session.getValidatedUser())) {
                close(session.getRemotingConnection(), "The login of this user no longer holds");
            }
        }
    }

    private void closeUnrightful() {
        for (ServerSession session : server.getSessions()) {
            if (session.getServerConsumers().stream().anyMatch(consumer -> !mayConsume(session, consumer))) {
                close(session.getRemotingConnection(), "The user may no longer consume");
            }
        }
    }

    private boolean mayConsume(ServerSession session, ServerConsumer consumer) {
        String user = session.getValidatedUser();
        if (user == null) {
            return true;
        }
        BrokerOperation.Verb verb =
                consumer.isBrowseOnly() ? BrokerOperation.Verb.BROWSE : BrokerOperation.Verb.CONSUME;
        var queue = consumer.getQueue();
        return access.allows(
                Origin.of(session.getRemotingConnection()).callerFor(new UserName(user)),
                new BrokerOperation(
                        verb,
                        queue.getAddress().toString(),
                        queue.getName().toString(),
                        AddressBook.routing(queue.getRoutingType())));
    }

    private static void close(RemotingConnection connection, String why) {
        connection.fail(new ActiveMQDisconnectedException(why));
    }
}
