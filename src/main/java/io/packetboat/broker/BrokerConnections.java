package io.packetboat.broker;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.messaging.ClientConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerProducer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to the running broker, and the means to disconnect it.
 *
 * <p>Lists are sorted by id and read what exists at the moment; what a method closed is in none of them any more when it
 * returns. Every method may be called from any thread and raises
 * {@link BrokerUnavailable} while the broker does not run. No rights are checked here.
 */
public final class BrokerConnections {
    private static final String CLOSED = "Closed by an operator";

    private final ActiveMQServer server;
    private final Sources sources;
    private final DurableStep broker;

    BrokerConnections(ActiveMQServer server, Sources sources) {
        this.server = server;
        this.sources = sources;
        this.broker = new DurableStep(server);
    }

    public Page<ClientConnection> list(PageRequest page) {
        broker.requireRunning();
        Map<String, Integer> sessions = new HashMap<>();
        server.getSessions().forEach(session -> sessions.merge(idOf(session.getRemotingConnection()), 1, Integer::sum));
        return sorted(connections(), BrokerConnections::idOf, page)
                .map(connection -> connection(connection, sessions.getOrDefault(idOf(connection), 0)));
    }

    public Page<ClientConnection.Session> listSessions(PageRequest page) {
        broker.requireRunning();
        return sorted(server.getSessions(), ServerSession::getName, page).map(BrokerConnections::session);
    }

    public Page<ClientConnection.Consumer> listConsumers(PageRequest page) {
        broker.requireRunning();
        return sorted(consumers(), Held::id, page).map(BrokerConnections::consumer);
    }

    public Page<ClientConnection.Producer> listProducers(PageRequest page) {
        broker.requireRunning();
        return sorted(producers(), Held::id, page).map(BrokerConnections::producer);
    }

    /** Closes a connection with all that is in it; false if there is none of this id. */
    public boolean close(String id) {
        broker.requireRunning();
        Optional<RemotingConnection> found = connections().stream()
                .filter(connection -> idOf(connection).equals(id))
                .findFirst();
        found.ifPresent(connection -> {
            connection.fail(new ActiveMQDisconnectedException(CLOSED));
            Closing.await(id, () -> isGone(connection));
        });
        return found.isPresent();
    }

    /** A client that may come back to its sessions, which Core alone knows, is kept until its time to live ends. */
    private boolean isGone(RemotingConnection connection) {
        return connection.isSupportReconnect()
                || (!server.getRemotingService().getConnections().contains(connection)
                        && server.getSessions().stream()
                                .noneMatch(session -> session.getRemotingConnection() == connection));
    }

    /** Closes one session; what it holds unsettled returns to the queues. False if there is none of this id. */
    public boolean closeSession(String id) {
        broker.requireRunning();
        Optional<ServerSession> found = Optional.ofNullable(server.getSessionByID(id));
        found.ifPresent(this::close);
        return found.isPresent();
    }

    private void close(ServerSession session) {
        broker.run(() -> {
            session.close(true);
            return true;
        });
        // Artemis ends it behind whatever the session has under way, an answer that is just being written for example.
        Closing.await(session.getName(), () -> server.getSessionByID(session.getName()) != session);
    }

    /**
     * Closes one consumer; what it holds unsettled returns to the queue, at the latest when its session ends: a client may
     * have acknowledged into a transaction that is still open. False if there is none of this id.
     */
    public boolean closeConsumer(String id) {
        Optional<Held<ServerConsumer>> found =
                consumers().stream().filter(held -> held.id().equals(id)).findFirst();
        return found.isPresent()
                && broker.run(() -> {
                    found.get().thing().disconnect();
                    found.get().thing().close(true);
                    return true;
                });
    }

    /** Closes the session that holds this producer, since no protocol can close a producer from here. */
    public boolean closeProducer(String id) {
        return producers().stream()
                .filter(held -> held.id().equals(id))
                .findFirst()
                .map(held -> closeSession(held.session().getName()))
                .orElse(false);
    }

    private record Held<T>(String id, ServerSession session, T thing) {}

    private List<Held<ServerConsumer>> consumers() {
        List<Held<ServerConsumer>> consumers = new ArrayList<>();
        for (ServerSession session : server.getSessions()) {
            for (ServerConsumer consumer : session.getServerConsumers()) {
                consumers.add(new Held<>(session.getName() + "/" + consumer.getID(), session, consumer));
            }
        }
        return consumers;
    }

    private List<Held<ServerProducer>> producers() {
        List<Held<ServerProducer>> producers = new ArrayList<>();
        for (ServerSession session : server.getSessions()) {
            for (ServerProducer producer : session.getServerProducers()) {
                producers.add(new Held<>(session.getName() + "/" + producer.getID(), session, producer));
            }
        }
        return producers;
    }

    /** Keeps no more than the page and one while it looks at all, since they are in no order. */
    private static <T> Page<T> sorted(Iterable<T> things, Function<T, String> id, PageRequest page) {
        TreeMap<String, T> first = new TreeMap<>();
        for (T thing : things) {
            String key = id.apply(thing);
            if (key.compareTo(page.after()) > 0) {
                first.put(key, thing);
                if (first.size() > page.size() + 1) {
                    first.pollLastEntry();
                }
            }
        }
        return Page.of(first, page);
    }

    private List<RemotingConnection> connections() {
        return List.copyOf(server.getRemotingService().getConnections());
    }

    private ClientConnection connection(RemotingConnection connection, int sessions) {
        return new ClientConnection(
                idOf(connection),
                String.valueOf(connection.getProtocolName()),
                sources.listenerOf(connection).map(Listener::name),
                String.valueOf(connection.getRemoteAddress()),
                Logins.callerOf(connection.getSubject())
                        .map(caller -> caller.user().value()),
                text(connection.getClientID()),
                Instant.ofEpochMilli(connection.getCreationTime()),
                sessions);
    }

    private static ClientConnection.Session session(ServerSession session) {
        return new ClientConnection.Session(
                session.getName(),
                idOf(session.getRemotingConnection()),
                text(session.getValidatedUser()),
                Instant.ofEpochMilli(session.getCreationTime()),
                session.getConsumerCount(),
                session.getServerProducers().size());
    }

    private static ClientConnection.Consumer consumer(Held<ServerConsumer> held) {
        ServerConsumer consumer = held.thing();
        return new ClientConnection.Consumer(
                held.id(),
                held.session().getName(),
                idOf(held.session().getRemotingConnection()),
                consumer.getQueue().getName().toString(),
                consumer.getQueue().getAddress().toString(),
                Optional.ofNullable(consumer.getFilter())
                        .map(filter -> filter.getFilterString().toString()),
                consumer.isBrowseOnly(),
                Instant.ofEpochMilli(consumer.getCreationTime()),
                consumer.getMessagesDelivered(),
                consumer.getMessagesInTransit());
    }

    private static ClientConnection.Producer producer(Held<ServerProducer> held) {
        ServerProducer producer = held.thing();
        return new ClientConnection.Producer(
                held.id(),
                held.session().getName(),
                idOf(held.session().getRemotingConnection()),
                text(producer.getAddress()),
                Instant.ofEpochMilli(producer.getCreationTime()),
                producer.getMessagesSent());
    }

    private static String idOf(RemotingConnection connection) {
        return String.valueOf(connection.getID());
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
