package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.DeliveryQueues;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.kernel.QueueName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The desks of all queues that somebody used since the start, and the one thread that tells them what is due.
 *
 * <p>Started once the broker runs, which then hands over what was in flight before, and stopped before it stops: open
 * receives are answered empty then, and what is in flight stays so. A queue nobody uses has no desk and costs nothing.
 */
public final class Desks {
    private static final Logger LOG = System.getLogger(Desks.class.getName());

    private final DeliveryQueues queues;
    private final Clock clock;
    private final Deadlines deadlines;
    private final Reading reading;
    private final DeskLimits limits;
    private final AsideMemory memory = AsideMemory.ofThisProcess();
    private final ConcurrentHashMap<DeliveryQueue, QueueDesk> desks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<DeliveryQueue, SendingDesk> sending = new ConcurrentHashMap<>();
    private final Thread timer = new Thread(this::watch, "packetboat-delivery");
    private volatile boolean stopped;

    public Desks(DeliveryQueues queues, IdentityConfig config, Clock clock) {
        this(queues, config, clock, DeskLimits.DEFAULT);
    }

    Desks(DeliveryQueues queues, IdentityConfig config, Clock clock, DeskLimits limits) {
        this.queues = queues;
        this.clock = clock;
        this.deadlines = new Deadlines(clock);
        this.reading = new Reading(config.region(), config.account());
        this.limits = limits;
        this.timer.setDaemon(true);
    }

    /** Called once, when the broker runs. */
    public void start() {
        queues.whenDeleted(this::forget);
        queues.whenRestored(queue -> of(queue).attach());
        queues.withRestoredDeduplication()
                .forEach(queue -> sendingTo(queue).admissions().watch());
        timer.start();
    }

    /** Called once, before the broker stops. */
    public void stop() {
        stopped = true;
        timer.interrupt();
        List.copyOf(desks.values()).forEach(QueueDesk::answerAll);
    }

    /** The one blocking wait of the package. A failure of one desk must not stop the time for the others. */
    private void watch() {
        while (!stopped) {
            try {
                deadlines.awaitDue();
                runDue();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "What was due failed", e);
            }
        }
    }

    /** Does everything that is due; for tests with a clock of their own. */
    int runDue() {
        return deadlines.runDue();
    }

    /** How many queues have something here, for tests. */
    int size() {
        return desks.size() + sending.size();
    }

    Clock clock() {
        return clock;
    }

    boolean isDiskFull() {
        return queues.isDiskFull();
    }

    Optional<DeliveryQueue> find(QueueName name) {
        return queues.find(name);
    }

    /** The way to receive from a queue that belongs to the node itself. */
    public OwnDesk own(DeliveryQueue queue) {
        return new OwnDesk(queue, this);
    }

    QueueDesk of(DeliveryQueue queue) {
        QueueDesk known = desks.get(queue);
        return known != null ? known : desks.computeIfAbsent(queue, this::open);
    }

    private QueueDesk open(DeliveryQueue queue) {
        boolean fifo = queue.name().value().endsWith(".fifo");
        return new QueueDesk(
                queue, new DeskSetup(fifo, limits, memory, deadlines, clock, reading), () -> forget(queue));
    }

    private void forget(DeliveryQueue queue) {
        desks.remove(queue);
        sending.remove(queue);
    }

    /**
     * Who lets messages into a FIFO queue, or into a FIFO topic whose intake keeps the marks.
     *
     * @see Admissions
     */
    public Admissions admissionsOf(DeliveryQueue ledger) {
        return sendingTo(ledger).admissions();
    }

    SendingDesk sendingTo(DeliveryQueue queue) {
        SendingDesk known = sending.get(queue);
        return known != null
                ? known
                : sending.computeIfAbsent(queue, opened -> new SendingDesk(opened, deadlines, clock));
    }
}
