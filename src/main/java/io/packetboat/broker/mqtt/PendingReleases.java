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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.Pair;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState.OutboundStore;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, over a crash too, which messages of quality 2 a subscriber has and was not released from: it gets PUBREL again when
 * it comes back, and no other message has the packet identifier until it answers.
 *
 * <p>Artemis 2.55.0 keeps PUBREL in a message that is not durable ({@code MQTTPublishManager.createPubRelMessage}), and
 * counts identifiers from 1 again; without a crash it sends PUBREL again when the client that came back has the next
 * message ({@code initQos2Resources}). A client that hands a message on when it is released waited for that, and lost the
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
    /** The connection of what is pending since the last life. */
    private static final Object NONE = new Object();
    /** No connection at all. */
    private static final Object NOBODY = new Object();

    private final ActiveMQServer server;
    private final LastingSessions lasting;
    /** What is pending, by client and packet; a client without has no entry. */
    private final Map<String, Map<Integer, Kept>> kept = new ConcurrentHashMap<>();
    /** What is pending since an earlier connection, by client; Artemis has no message for it. */
    private final Map<String, Set<Integer>> unanswered = new ConcurrentHashMap<>();
    /** Connections by id that were told. */
    private final Set<Object> told = ConcurrentHashMap.newKeySet();

    /**
     * A pending release.
     *
     * @param number of its record
     * @param connection the id of the one whose client has the message
     */
    private record Kept(long number, Object connection) {}

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
                note(release, new Kept(stored.getB(), NONE));
                takeOver(release);
            } else {
                storage().deleteDuplicateID(stored.getB());
            }
        }
    }

    /** Keeps what a subscriber has, before Artemis acknowledges the message, and forgets what it was released from. */
    public MQTTInterceptor incoming() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                return switch (packet.fixedHeader().messageType()) {
                    case PUBREC ->
                        !counts(connection) || isRefusal(packet) || keep(named(packet, connection), connection);
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
        if (kept.isEmpty()) {
            return;
        }
        RemotingConnection connection = server.getRemotingService().getConnection(consumer.getConnectionID());
        if (!(connection instanceof MQTTConnection client)
                || !(client.getTransportConnection() instanceof NettyConnection transport)) {
            return;
        }
        List<ClientPacket> earlier = keptFor(client.getClientID(), client.getID());
        if (!earlier.isEmpty() && told.add(client.getID())) {
            client.addCloseListener(() -> told.remove(client.getID()));
            takeOver(client.getClientID(), earlier);
            sendAgain(transport.getNettyChannel(), earlier);
        }
    }

    /** All but those of this connection. */
    private List<ClientPacket> keptFor(String client, Object connection) {
        return kept.getOrDefault(client, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getValue().connection().equals(connection))
                .map(entry -> new ClientPacket(client, entry.getKey()))
                .toList();
    }

    /** Instead of Artemis, which would send its messages behind the next PUBREC, when the identifiers may be others'. */
    private void takeOver(String client, List<ClientPacket> releases) {
        try {
            Queue messages = server.locateQueue(SimpleString.of(MQTTUtil.QOS2_MANAGEMENT_QUEUE_PREFIX + client));
            if (messages != null) {
                messages.deleteAllReferences();
            }
            for (ClientPacket release : releases) {
                takeOver(release);
            }
        } catch (Exception e) { // Artemis declares it
            LOG.log(Level.WARNING, "Releases are sent again and again, client={0}: {1}", client, e);
        }
    }

    /** The identifier is taken, and nothing is on its way yet. */
    private void takeOver(ClientPacket release) throws Exception {
        Set<Integer> packets = unanswered.computeIfAbsent(release.client(), client -> ConcurrentHashMap.newKeySet());
        if (packets.add(release.packet())) {
            OutboundStore identifiers = identifiersOf(release.client());
            identifiers.publishReleasedSent(release.packet(), NO_MESSAGE);
            identifiers.resetSendQuota();
        }
    }

    private void sendAgain(Channel channel, List<ClientPacket> releases) {
        // As CONNACK, behind which it must come.
        server.getStorageManager().afterCompleteOperations(new IOCallback() {
            @Override
            public void done() {
                for (ClientPacket release : releases) {
                    // What cannot be written goes to the next connection.
                    ChannelFuture unused = channel.writeAndFlush(pubrel(release.packet()));
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
    private boolean keep(ClientPacket release, RemotingConnection connection) {
        Kept pending = new Kept(storage().generateID(), connection.getID());
        if (!note(release, pending)) {
            return true;
        }
        try {
            storage().storeDuplicateID(KEPT, release.bytes(), pending.number());
            return true;
        } catch (Exception e) { // Artemis declares it
            Optional<Kept> unused = strike(release);
            LOG.log(Level.WARNING, "A release is not kept, client={0}: {1}", release.client(), e);
            return false;
        }
    }

    private boolean forgetAll(String client) {
        return keptFor(client, NOBODY).stream().allMatch(this::forget);
    }

    /** False if it stays on the disk. */
    private boolean forget(ClientPacket release) {
        Optional<Kept> pending = strike(release);
        if (pending.isEmpty()) {
            return true;
        }
        try {
            storage().deleteDuplicateID(pending.get().number());
            answer(release);
            return true;
        } catch (Exception e) { // Artemis declares it
            note(release, pending.get());
            LOG.log(Level.WARNING, "A release stays unanswered, client={0}: {1}", release.client(), e);
            return false;
        }
    }

    /** False if it was noted already. */
    private boolean note(ClientPacket release, Kept pending) {
        AtomicBoolean noted = new AtomicBoolean();
        kept.compute(release.client(), (client, packets) -> {
            Map<Integer, Kept> all = packets == null ? new ConcurrentHashMap<>() : packets;
            noted.set(all.putIfAbsent(release.packet(), pending) == null);
            return all;
        });
        return noted.get();
    }

    private Optional<Kept> strike(ClientPacket release) {
        AtomicReference<@Nullable Kept> struck = new AtomicReference<>();
        kept.computeIfPresent(release.client(), (client, packets) -> {
            struck.set(packets.remove(release.packet()));
            return packets.isEmpty() ? null : packets;
        });
        return Optional.ofNullable(struck.get());
    }

    /** Artemis settles the releases of this connection itself, and knows no others. */
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
