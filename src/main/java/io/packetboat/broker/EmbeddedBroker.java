package io.packetboat.broker;

import io.packetboat.broker.delivery.ArrivalNotes;
import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.broker.delivery.DeliveryQueues;
import io.packetboat.broker.fanout.ArtemisIntakes;
import io.packetboat.broker.fanout.ArtemisTopics;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.broker.fanout.TopicRoutes;
import io.packetboat.broker.redelivery.RedeliveryMarks;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.messaging.BrokerState;
import io.packetboat.kernel.messaging.DiskState;
import io.packetboat.kernel.messaging.ProtocolTraffic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;

/**
 * The Artemis broker of this node: starts it on a data directory, opens the listeners, stops it again.
 *
 * <p>One instance runs once: start, then stop. Both are safe from any thread and block until done. What the running
 * broker offers to features are the classes that this one hands out ({@link #queues()} and so on); they may be asked for
 * before the start, and refuse their work while the broker does not run.
 */
public final class EmbeddedBroker {
    private static final Logger LOG = System.getLogger(EmbeddedBroker.class.getName());

    private final BrokerConfig config;
    private final List<Listener> listeners;
    private final StrictServer server;
    private final DestinationIndex index = new DestinationIndex();
    private final Traffic traffic = new Traffic();
    private final TrafficRates rates;
    private final DiskWatch disk;
    private final CriticalFailures failures;
    private final SettingsStore settings;
    private final RedeliveryMarks redeliveries;
    private final ArtemisMends mends;
    private final Connections connectionControl;
    private final BrokerFigures figures;
    private final BrokerQueues queues;
    private final BrokerTopics topics;
    private final BrokerMessages messages;
    private final BrokerConnections connections;
    private final ArtemisQueues deliveries;
    private final ArtemisIntakes intakes;
    private final ArtemisTopics topicRoutes;
    private final ArrivalNotes arrivalNotes;
    private final Observers observers;
    private final ArtemisLog log = new ArtemisLog();
    private @Nullable ScheduledFuture<?> sampling;
    private volatile boolean open;

    /**
     * @param listeners what to open once the journal is loaded
     * @param access asked for every login and right
     * @param observers hear what happens; none may block
     */
    public EmbeddedBroker(
            BrokerConfig config,
            List<Listener> listeners,
            BrokerAccess access,
            List<BrokerObserver> observers,
            Clock clock) {
        this.config = config;
        this.listeners = List.copyOf(listeners);
        Observers heard = new Observers(observers);
        this.observers = heard;
        Sources sources = new Sources(this.listeners, this::port);
        Security security = new Security(access, heard, sources);
        var deadLetterTargets = new DeadLetterTargets(config.delivery().deadLetterQueue());
        this.disk = new DiskWatch(config.disk().reserve(), heard);
        this.failures = new CriticalFailures(heard);
        this.server = new StrictServer(ArtemisSettings.of(config, this.listeners), security.manager(), clock);
        this.arrivalNotes = new ArrivalNotes(server::getStorageManager, server.arrivals(), clock);
        this.deliveries = new ArtemisQueues(server, index.queues()::get, clock, server.restoration());
        security.open(server);
        this.redeliveries = new RedeliveryMarks(server::getStorageManager, clock);
        server.registerBrokerPlugin(redeliveries);
        this.mends = new ArtemisMends(server);
        server.registerBrokerPlugin(new MessageEvents(
                server, security.plugin(), traffic, redeliveries, mends.receivedPublishes(), deliveries));
        this.settings = new SettingsStore(server, deadLetterTargets, server.retentions(), heard);
        Stream.<ActiveMQServerBasePlugin>of(
                        security.plugin(), deadLetterTargets, index, deliveries, settings, traffic, failures)
                .forEach(server::registerBrokerPlugin);
        server.registerBrokerPlugin(new DefinitionSync(server::getStorageManager));
        server.registerBrokerPlugin(new Events(heard, sources));
        mends.register(security);
        this.rates = new TrafficRates(clock, traffic::total);
        this.figures = new BrokerFigures(server, traffic, security.loginCounts());
        this.connectionControl = security.connections(server);
        this.queues = new BrokerQueues(server, index, settings, deliveries);
        this.topics = new BrokerTopics(server, index, settings);
        this.messages = new BrokerMessages(server, clock);
        this.intakes = intakes(server, deliveries, topics);
        this.topicRoutes = new ArtemisTopics(server, deliveries, intakes);
        this.connections = new BrokerConnections(server, sources);
    }

    private static ArtemisIntakes intakes(StrictServer server, ArtemisQueues queues, BrokerTopics topics) {
        DurableStep durably = new DurableStep(server);
        return new ArtemisIntakes(
                server,
                queues,
                topics::create,
                change -> durably.run(() -> {
                    change.apply();
                    return true;
                }));
    }

    /** Has the observer told of what happens from now on; it must not block. */
    public void observe(BrokerObserver observer) {
        observers.add(observer);
    }

    /** Loads the journal, then opens every listener, with nothing to do in between. */
    public void start() {
        start(() -> {});
    }

    /**
     * Loads the journal, then opens every listener. The caller holds the {@link DataDirectoryLock}.
     *
     * @param beforeOpening what must be in order before the first client comes; the broker runs already
     *
     * @throws BrokerStartFailed if the journal cannot be read or written, or a port
     *     cannot be opened; everything that was started is stopped again
     */
    public synchronized void start(Runnable beforeOpening) {
        log.open();
        try {
            startServer();
            followServer();
            beforeOpening.run();
            openListeners();
            open = true;
        } catch (PacketboatException e) {
            stop();
            throw e;
        }
    }

    private void startServer() {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        server.registerActivationFailureListener(failure::set);
        server.registerIOCriticalErrorListener(failures);
        try {
            server.start();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
        Exception cause = failure.get();
        if (cause != null || !server.isActive()) {
            throw new BrokerStartFailed(
                    "The broker cannot start on " + config.dataDirectory() + ": "
                            + (cause == null ? "see the log" : cause),
                    cause);
        }
    }

    private void followServer() {
        index.fill(server);
        redeliveries.load();
        deliveries.loaded();
        try {
            settings.load();
            mends.load();
        } catch (Exception e) {
            throw new BrokerStartFailed("What the journal brought back cannot be read: " + e, e);
        }
        arrivalNotes.begin(server.getScheduledPool());
        server.getMonitor().addCallback(disk);
        server.getMonitor().tick();
        sampling = server.getScheduledPool().scheduleAtFixedRate(rates::sample, 0, 1, TimeUnit.SECONDS);
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
        if (sampling != null) {
            sampling.cancel(false);
        }
        arrivalNotes.end();
        redeliveries.takeBackReserves();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The broker did not stop cleanly; its journal recovers at the next start", e);
        } finally {
            log.close();
        }
    }

    /** Tells whether the journal is usable and every listener is open. */
    public boolean isReady() {
        return open && server.isActive() && closedListeners().isEmpty();
    }

    /** The names of all listeners, open or not, in the order of their configuration. */
    public List<String> listenerNames() {
        return listeners.stream().map(Listener::name).toList();
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

    /** The room on the data directory's disk, as of the last look. */
    public DiskState disk() {
        return disk.state();
    }

    /** The broker as a whole; zeros while it does not run. */
    public BrokerState state() {
        boolean running = open && server.isActive();
        return new BrokerState(
                server.getVersion().getFullVersion(),
                Duration.ofMillis(running ? server.getUptimeMillis() : 0),
                running,
                running ? server.getConnectionCount() : 0,
                index.queues().size(),
                index.topics().size(),
                running ? server.getPagingManager().getGlobalSize() : 0,
                config.memory().maxBytes(),
                disk.state(),
                traffic.total(),
                rates.rates());
    }

    /** What went through the broker since its start, by Artemis' name of the protocol. */
    public Map<String, ProtocolTraffic> trafficByProtocol() {
        return traffic.byProtocol();
    }

    /** The numbers for monitoring. */
    public BrokerFigures figures() {
        return figures;
    }

    /** How identity makes its changes bite on open connections. */
    public ConnectionControl connectionControl() {
        return connectionControl;
    }

    public BrokerQueues queues() {
        return queues;
    }

    public BrokerTopics topics() {
        return topics;
    }

    public BrokerMessages messages() {
        return messages;
    }

    /** The queues as the engine of SQS semantics sees them. */
    public DeliveryQueues deliveries() {
        return deliveries;
    }

    /** What is published to topics, for those who are subscribed by other ways than the broker's protocols. */
    public TopicIntakes intakes() {
        return intakes;
    }

    /** The topics as SNS publishes to them. */
    public TopicRoutes topicRoutes() {
        return topicRoutes;
    }

    public BrokerConnections connections() {
        return connections;
    }
}
