package io.packetboat.broker.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Pair;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState.OutboundStore;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps, over a crash, which messages of quality 2 a subscriber has and was not released from: it gets PUBREL again when it
 * comes back, and no other message has the packet identifier until it answers.
 *
 * <p>Artemis 2.55.0 keeps PUBREL in a message that is not durable ({@code MQTTPublishManager.createPubRelMessage}), and
 * counts identifiers from 1 again. A client that hands a message on when it is released waited for that, and lost the
 * message. Here the identifier goes into the journal ahead of the acknowledgement of the message, so that after a crash
 * the message is still to be delivered, or still to be released, or (where a crash comes between the two) both. Sessions
 * that end with their connection are left out.
 *
 * @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901238">MQTT 5, 4.4</a>
 */
public final class PendingReleases implements ActiveMQServerConsumerPlugin {
    private static final Logger LOG = System.getLogger(PendingReleases.class.getName());
    /** No address: the name under which Artemis' journal keeps such identifiers. */
    private static final SimpleString KEPT = SimpleString.of("$sys.packetboat.mqtt.releases");

    private static final int FAILURE = 0x80;
    /** Stands where Artemis has its own message for a release of this life. */
    private static final long NO_MESSAGE = 0;

    private final ActiveMQServer server;
    private final LastingSessions lasting;
    /** What is pending, with the number of its record. */
    private final Map<ClientPacket, Long> kept = new ConcurrentHashMap<>();
    /** What is pending since the last life, by client. */
    private final Map<String, Set<Integer>> unanswered = new ConcurrentHashMap<>();
    /** Connections by id that were told. */
    private final Set<Object> told = ConcurrentHashMap.newKeySet();

    public PendingReleases(ActiveMQServer server, LastingSessions lasting) {
        this.server = server;
        this.lasting = lasting;
    }

    /** Reads what the last life left; called once, when the sessions are there and before anybody can connect. */
    public void load() throws Exception { // Artemis declares it
        Set<String> clients = sessions().getSessionStates().keySet();
        for (Pair<byte[], Long> stored :
                server.getPostOffice().getDuplicateIDCache(KEPT).getMap()) {
            ClientPacket release = ClientPacket.of(stored.getA());
            if (clients.contains(release.client())) {
                kept.put(release, stored.getB());
                unanswered
                        .computeIfAbsent(release.client(), client -> ConcurrentHashMap.newKeySet())
                        .add(release.packet());
                identifiersOf(release.client()).publishReleasedSent(release.packet(), NO_MESSAGE);
            } else {
                storage().deleteDuplicateID(stored.getB());
            }
        }
        for (String client : unanswered.keySet()) {
            // The identifiers are taken, and nothing is on its way yet.
            identifiersOf(client).resetSendQuota();
        }
    }

    /** Keeps what a subscriber has, before Artemis acknowledges the message, and forgets what it was released from. */
    public MQTTInterceptor incoming() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                return switch (packet.fixedHeader().messageType()) {
                    case PUBREC -> !counts(connection) || isRefusal(packet) || keep(named(packet, connection));
                    case PUBCOMP -> !counts(connection) || forget(named(packet, connection));
                    default -> true;
                };
            }
        };
    }

    /** Forgets with the session. */
    public MQTTInterceptor outgoing() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                return kept.isEmpty()
                        || !(packet instanceof MqttConnAckMessage answer)
                        || !isNewSession(answer)
                        || forgetAll(connection.getClientID());
            }
        };
    }

    /** A session that comes back gets a consumer for each subscription, between CONNACK and the first message. */
    @Override
    public void afterCreateConsumer(ServerConsumer consumer) {
        if (unanswered.isEmpty()) {
            return;
        }
        RemotingConnection connection = server.getRemotingService().getConnection(consumer.getConnectionID());
        if (connection instanceof MQTTConnection client
                && unanswered.containsKey(client.getClientID())
                && client.getTransportConnection() instanceof NettyConnection transport
                && told.add(client.getID())) {
            client.addCloseListener(() -> told.remove(client.getID()));
            sendAgain(
                    transport.getNettyChannel(), List.copyOf(unanswered.getOrDefault(client.getClientID(), Set.of())));
        }
    }

    private void sendAgain(Channel channel, List<Integer> packets) {
        // As CONNACK, behind which it must come.
        server.getStorageManager().afterCompleteOperations(new IOCallback() {
            @Override
            public void done() {
                for (int packet : packets) {
                    // What cannot be written goes to the next connection.
                    ChannelFuture unused = channel.writeAndFlush(pubrel(packet));
                }
            }

            @Override
            public void onError(int code, String message) {
                LOG.log(Level.DEBUG, "No releases are sent again: {0}", message);
            }
        });
    }

    private static MqttMessage pubrel(int packet) {
        return new MqttPubAckMessage(
                new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packet));
    }

    private static ClientPacket named(MqttMessage packet, RemotingConnection connection) {
        return new ClientPacket(
                connection.getClientID(), ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
    }

    /** Nobody speaks for a client before the login. */
    private boolean counts(RemotingConnection connection) {
        return connection instanceof MQTTConnection client && client.getConnected() && lasting.include(client);
    }

    private static boolean isRefusal(MqttMessage packet) {
        return packet.variableHeader() instanceof MqttPubReplyMessageVariableHeader answer
                && Byte.toUnsignedInt(answer.reasonCode()) >= FAILURE;
    }

    private static boolean isNewSession(MqttConnAckMessage answer) {
        return answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED
                && !answer.variableHeader().isSessionPresent();
    }

    /** False if it cannot be written; the message must not be acknowledged then. */
    private boolean keep(ClientPacket release) {
        long number = storage().generateID();
        if (kept.putIfAbsent(release, number) != null) {
            return true;
        }
        try {
            storage().storeDuplicateID(KEPT, release.bytes(), number);
            return true;
        } catch (Exception e) { // Artemis declares it
            kept.remove(release);
            LOG.log(Level.WARNING, "A release is not kept, client={0}: {1}", release.client(), e);
            return false;
        }
    }

    private boolean forgetAll(String client) {
        return kept.keySet().stream().filter(release -> release.client().equals(client)).toList().stream()
                .allMatch(this::forget);
    }

    /** False if it stays on the disk. */
    private boolean forget(ClientPacket release) {
        Long number = kept.remove(release);
        if (number == null) {
            return true;
        }
        try {
            storage().deleteDuplicateID(number);
            answer(release);
            return true;
        } catch (Exception e) { // Artemis declares it
            kept.put(release, number);
            LOG.log(Level.WARNING, "A release stays unanswered, client={0}: {1}", release.client(), e);
            return false;
        }
    }

    /** Artemis settles the releases of this life itself, and knows no others. */
    private void answer(ClientPacket release) throws Exception {
        Set<Integer> packets = unanswered.get(release.client());
        if (packets != null && packets.remove(release.packet())) {
            OutboundStore identifiers = identifiersOf(release.client());
            identifiers.publishReleasedSent(release.packet(), NO_MESSAGE); // so that the quota is even
            identifiers.publishComplete(release.packet());
            if (packets.isEmpty()) {
                unanswered.remove(release.client(), packets);
            }
        }
    }

    private StorageManager storage() {
        return server.getStorageManager();
    }

    private OutboundStore identifiersOf(String client) throws Exception {
        return sessions().getSessionState(client).getOutboundStore();
    }

    private MQTTStateManager sessions() throws Exception {
        return MQTTStateManager.getInstance(server);
    }
}
