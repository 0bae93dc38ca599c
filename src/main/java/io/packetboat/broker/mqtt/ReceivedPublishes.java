package io.packetboat.broker.mqtt;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Pair;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.DuplicateIDCache;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, over a crash, which publishes of quality 2 were received and not yet released.
 *
 * <p>Artemis 2.55.0 has them in memory ({@code MQTTSessionState.getPubRec}). A client that got no PUBREC because the
 * server died sends its PUBLISH again, and everybody got the message twice. Here the packet identifier is written in the
 * transaction of the message, and taken off the disk before PUBCOMP is sent, since the client may use it for another
 * message then. Sessions that end with their connection are left out.
 *
 * @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901237">MQTT 5, 4.3.3</a>
 */
public final class ReceivedPublishes {
    private static final Logger LOG = System.getLogger(ReceivedPublishes.class.getName());
    /** No address: the name under which Artemis' journal keeps such identifiers. */
    private static final SimpleString KEPT = SimpleString.of("$sys.packetboat.mqtt.received");

    private final ActiveMQServer server;
    private final LastingSessions lasting;
    private final Set<ClientPacket> kept = ConcurrentHashMap.newKeySet();

    public ReceivedPublishes(ActiveMQServer server, LastingSessions lasting) {
        this.server = server;
        this.lasting = lasting;
    }

    /** Gives the sessions back what the last life left; called once, before anybody can connect. */
    public void load() throws Exception { // Artemis declares it
        for (Pair<byte[], Long> stored : cache().getMap()) {
            ClientPacket publish = ClientPacket.of(stored.getA());
            kept.add(publish);
            receivedBy(publish.client()).add(publish.packet());
        }
    }

    /** Forgets before the client is told; Artemis sends the packet when all that this wrote is on the disk. */
    public MQTTInterceptor outgoing() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                if (kept.isEmpty()) {
                    return true;
                }
                if (packet instanceof MqttConnAckMessage answer && isNewSession(answer)) {
                    return forgetAll(connection.getClientID());
                }
                if (packet.fixedHeader().messageType() == MqttMessageType.PUBCOMP) {
                    int released = ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
                    return forget(new ClientPacket(connection.getClientID(), released));
                }
                return true;
            }
        };
    }

    /** Joins the transaction of the message. */
    public void beforeSend(ServerSession session, @Nullable Transaction tx) {
        if (tx != null && lasting.include(session.getRemotingConnection())) {
            tx.addOperation(new Keeping(session.getRemotingConnection().getClientID()));
        }
    }

    private static boolean isNewSession(MqttConnAckMessage answer) {
        return answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED
                && !answer.variableHeader().isSessionPresent();
    }

    private boolean forgetAll(String client) {
        return kept.stream().filter(publish -> publish.client().equals(client)).toList().stream()
                .allMatch(this::forget);
    }

    /** False if it stays on the disk; the client must not hear of its release then. */
    private boolean forget(ClientPacket publish) {
        if (!kept.remove(publish)) {
            return true;
        }
        try {
            cache().deleteFromCache(publish.bytes());
            return true;
        } catch (Exception e) { // Artemis declares it
            LOG.log(Level.WARNING, "A publish of quality 2 stays unreleased, client={0}: {1}", publish.client(), e);
            return false;
        }
    }

    private DuplicateIDCache cache() {
        return server.getPostOffice().getDuplicateIDCache(KEPT);
    }

    private Set<Integer> receivedBy(String client) throws Exception {
        return MQTTStateManager.getInstance(server).getSessionState(client).getPubRec();
    }

    /** Between {@code beforeSend} and the commit Artemis notes the packet, if it is one of quality 2. */
    private final class Keeping extends TransactionOperationAbstract {
        private final String client;

        Keeping(String client) {
            this.client = client;
        }

        @Override
        public void beforeCommit(Transaction tx) throws Exception {
            for (int packet : List.copyOf(receivedBy(client))) {
                ClientPacket publish = new ClientPacket(client, packet);
                if (kept.add(publish)) {
                    cache().addToCache(publish.bytes(), tx);
                }
            }
        }
    }
}
