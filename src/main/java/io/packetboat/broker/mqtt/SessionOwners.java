package io.packetboat.broker.mqtt;

import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.protocol.mqtt.exceptions.InvalidClientIdException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Keeps MQTT sessions for the users who made them; a client id is no secret.
 *
 * <p>Artemis 2.55.0 lets any user in with any client id, who then has the session with its subscriptions and messages
 * ({@code MQTTProtocolHandler.handleLinkStealing}); and a connection that is refused takes the session of its client id
 * along ({@code MQTTSession.stop} removes the state of that id), so that nobody needs even a password to end a session.
 *
 * <p>A session belongs to the user of its open connection, and while there is none to the user who made its
 * subscriptions, which the journal knows. A session without either holds nothing that could be taken. Safe for any
 * number of threads; called while a client logs in.
 */
public final class SessionOwners {
    private static final Logger LOG = System.getLogger(SessionOwners.class.getName());

    private volatile @Nullable ActiveMQServer server;

    /** From now on sessions are looked up in this broker. */
    public void open(ActiveMQServer running) {
        server = running;
    }

    /** The login failed: the end of the connection must not reach the session that its client id names. */
    public void loginRefused(@Nullable RemotingConnection connection) {
        if (connection instanceof MQTTConnection client && !client.getConnected()) {
            letGoOfSession(client);
        }
    }

    /** The login is right: raises what makes Artemis answer that the client id is not, if the session is another's. */
    public void loginAccepted(@Nullable RemotingConnection connection, String user) {
        if (connection instanceof MQTTConnection client && !client.getConnected()) {
            Optional<String> owner = ownerOf(client.getClientID());
            if (owner.isPresent() && !owner.get().equals(user)) {
                LOG.log(
                        Level.WARNING,
                        "MQTT session of another user: user={0} remote={1}",
                        user,
                        client.getRemoteAddress());
                letGoOfSession(client);
                throw new InvalidClientIdException();
            }
        }
    }

    private static void letGoOfSession(MQTTConnection client) {
        client.setClientID(UUID.randomUUID().toString());
    }

    private Optional<String> ownerOf(String clientId) {
        ActiveMQServer running = server;
        if (running == null) {
            return Optional.empty();
        }
        MQTTStateManager sessions = sessions(running);
        MQTTConnection present = sessions.getConnectedClient(clientId);
        Optional<String> connected = present == null ? Optional.empty() : userOf(present.getSubject());
        return connected.or(
                () -> Optional.ofNullable(sessions.getSessionStates().get(clientId))
                        .flatMap(session -> makerOfSubscriptions(session, running)));
    }

    private static MQTTStateManager sessions(ActiveMQServer running) {
        try {
            return MQTTStateManager.getInstance(running);
        } catch (Exception e) { // Artemis declares it, for the first call, which is its own
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> userOf(@Nullable Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(UserPrincipal.class).stream()
                        .map(UserPrincipal::getName)
                        .findFirst();
    }

    private static Optional<String> makerOfSubscriptions(MQTTSessionState session, ActiveMQServer running) {
        return session.getSubscriptions().stream()
                .map(MqttTopicSubscription::topicFilter)
                // The queue of a shared subscription belongs to its whole group.
                .filter(filter -> !MQTTUtil.isSharedSubscription(filter))
                .map(filter -> MQTTUtil.getCoreQueueFromMqttTopic(
                        filter,
                        session.getClientId(),
                        running.getConfiguration().getWildcardConfiguration()))
                .map(queue -> running.locateQueue(SimpleString.of(queue)))
                .flatMap(queue -> userOf(queue).stream())
                .findFirst();
    }

    private static Optional<String> userOf(@Nullable Queue queue) {
        return queue == null
                ? Optional.empty()
                : Optional.ofNullable(queue.getUser())
                        .map(SimpleString::toString)
                        .filter(user -> !user.isEmpty());
    }
}
