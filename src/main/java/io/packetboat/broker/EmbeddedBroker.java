package io.packetboat.broker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;

/**
 * The Artemis broker of this node: starts it on a data directory, opens the listeners, stops it again.
 *
 * <p>One instance runs once: start, then stop. Both are safe from any thread and block until done. What the running
 * broker offers to features are the classes that this one hands out ({@link #connectionControl()} and so on); they may
 * be asked for before the start.
 */
public final class EmbeddedBroker {
    private static final Logger LOG = System.getLogger(EmbeddedBroker.class.getName());

    private final BrokerConfig config;
    private final List<Listener> listeners;
    private final Observers observers;
    private final ActiveMQServer server;
    private final DataDirectoryLock lock;
    private final Connections connections;
    private final AddressBook addresses = new AddressBook();
    private final AtomicBoolean failureTold = new AtomicBoolean();
    private volatile boolean open;

    public EmbeddedBroker(
            BrokerConfig config, List<Listener> listeners, BrokerAccess access, List<BrokerObserver> observers) {
        this.config = config;
        this.listeners = List.copyOf(listeners);
        this.observers = new Observers(observers);
        this.lock = new DataDirectoryLock(config.dataDirectory());
        Logins logins = new Logins();
        TemporaryDestinations temporaries = new TemporaryDestinations();
        RightsCheck rights = new RightsCheck(access, addresses, temporaries);
        Sources sources = new Sources(this.listeners, this::port);
        RightsPlugin exactRights = new RightsPlugin(rights, addresses, temporaries, this.observers, sources);
        this.server = new ActiveMQServerImpl(
                ArtemisSettings.of(config, this.listeners),
                null,
                new LoginSecurity(access, this.observers, logins, rights, exactRights));
        server.registerBrokerPlugin(exactRights);
        addresses.open(server);
        this.connections = new Connections(server, rights, logins, sources);
    }

    /**
     * Loads the journal, then opens every listener.
     *
     * @throws BrokerStartFailed if the data directory is in use or not writable, the journal cannot be read, or a port
     *     cannot be opened; everything that was started is stopped again
     */
    public synchronized void start() {
        try {
            Files.createDirectories(config.dataDirectory());
        } catch (IOException e) {
            throw new BrokerStartFailed("The data directory " + config.dataDirectory() + " cannot be created: " + e, e);
        }
        lock.acquire();
        try {
            startServer();
            openListeners();
            open = true;
        } catch (BrokerStartFailed e) {
            stop();
            throw e;
        }
    }

    private void startServer() {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        server.registerActivationFailureListener(failure::set);
        server.registerIOCriticalErrorListener(new CriticalError());
        try {
            server.start();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
        Exception cause = failure.get();
        if (cause != null) {
            throw new BrokerStartFailed("The broker cannot start on " + config.dataDirectory() + ": " + cause, cause);
        }
    }

    private void openListeners() {
        Map<String, Acceptor> acceptors = server.getRemotingService().getAcceptors();
        for (Listener listener : listeners) {
            requireProtocols(listener);
            Acceptor acceptor = acceptors.get(listener.name());
            if (acceptor == null) {
                throw BrokerStartFailed.listenerRejected(listener);
            }
            try {
                acceptor.start();
            } catch (Exception e) {
                throw BrokerStartFailed.portNotOpened(listener, e);
            }
        }
    }

    /** Artemis itself only logs a protocol that it does not know, and then speaks every other one on that port. */
    private void requireProtocols(Listener listener) {
        var known = server.getRemotingService().getProtocolFactoryMap().keySet();
        if (!known.containsAll(listener.protocols())) {
            throw BrokerStartFailed.protocolsMissing(listener, known);
        }
    }

    /** Closes the listeners and every connection, flushes and closes the journal; does nothing when stopped. */
    public synchronized void stop() {
        open = false;
        try {
            server.stop();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The broker did not stop cleanly; its journal recovers at the next start", e);
        } finally {
            lock.release();
        }
    }

    /** Tells whether the journal is usable and every listener is open. */
    public boolean isReady() {
        return open && server.isActive() && closedListeners().isEmpty();
    }

    /** The names of the listeners that do not accept connections now. */
    public List<String> closedListeners() {
        return listeners.stream()
                .map(Listener::name)
                .filter(name -> port(name).isEmpty())
                .toList();
    }

    /** The port that the listener of this name accepts connections on, empty while it is closed. */
    public Optional<Integer> port(String listener) {
        if (!open || server.getRemotingService() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(server.getRemotingService().getAcceptors().get(listener))
                .filter(Acceptor::isStarted)
                .map(Acceptor::getActualPort);
    }

    /** How identity makes its changes bite on open connections. */
    public ConnectionControl connectionControl() {
        return connections;
    }

    private final class CriticalError implements IOCriticalErrorListener {
        @Override
        public void onIOException(Throwable cause, String message, @Nullable String file) {
            if (failureTold.compareAndSet(false, true)) {
                observers.tellFailure(message + (file == null ? "" : " (" + file + ")"), cause);
            }
        }
    }
}
