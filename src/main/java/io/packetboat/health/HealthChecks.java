package io.packetboat.health;

import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.health.CheckResult.Detail;
import io.packetboat.kernel.messaging.DiskState;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of this node. Open to everybody: they tell no name that a user chose, and no more than a port scan would.
 *
 * <p>All answer from memory but {@link #database()}, which waits two seconds at most.
 */
@ApplicationScoped
public class HealthChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EmbeddedBroker broker;
    private final BrokerFailure failure;
    private final NodeStart start;
    private final BoundedProbe database;
    private final OtherListeners others;

    @Inject
    public HealthChecks(
            EmbeddedBroker broker,
            BrokerFailure failure,
            NodeStart start,
            DatabaseProbe database,
            OtherListeners others) {
        this.broker = broker;
        this.failure = failure;
        this.start = start;
        this.database = new BoundedProbe(database, PATIENCE);
        this.others = others;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected HealthChecks() {
        this(null, null, null, () -> false, Map::of);
    }

    @PreDestroy
    void stop() {
        database.close();
    }

    /** Whether everything was started, journal loaded and listeners opened included. */
    @ReadOnly
    public CheckResult start() {
        return new CheckResult("start", start.isDone(), List.of());
    }

    /** Down once the broker has failed in a way that only a new process mends. */
    @ReadOnly
    public CheckResult process() {
        if (failure.isTold()) {
            return new CheckResult("process", false, List.of(new CheckResult.Text("reason", "failed, see the log")));
        }
        return new CheckResult("process", true, List.of());
    }

    /** Whether the journal is loaded and can be written. */
    @ReadOnly
    public CheckResult journal() {
        boolean usable = broker.state().active() && !failure.isTold();
        return new CheckResult("journal", usable, List.of());
    }

    /** Whether every configured port accepts connections; names each with its port, or as closed. */
    @ReadOnly
    public CheckResult listeners() {
        Map<String, Optional<Integer>> ports = new LinkedHashMap<>();
        broker.listenerNames().forEach(listener -> ports.put(listener, broker.port(listener)));
        ports.putAll(others.ports());
        List<Detail> details = new ArrayList<>();
        ports.forEach((listener, port) -> details.add(port.<Detail>map(open -> new CheckResult.Number(listener, open))
                .orElse(new CheckResult.Text(listener, "closed"))));
        return new CheckResult("listeners", ports.values().stream().allMatch(Optional::isPresent), details);
    }

    /** Whether the database answers; not answering within two seconds counts as down. */
    @ReadOnly
    public CheckResult database() {
        return switch (database.ask()) {
            case YES -> new CheckResult("database", true, List.of());
            case NO -> new CheckResult("database", false, List.of(new CheckResult.Text("reason", "refused")));
            case NONE_IN_TIME ->
                new CheckResult(
                        "database",
                        false,
                        List.of(new CheckResult.Text("reason", "no answer in " + PATIENCE.toSeconds() + " s")));
        };
    }

    /** Down while producers are blocked because the disk has less than the reserve left. */
    @ReadOnly
    public CheckResult disk() {
        DiskState disk = broker.disk();
        return new CheckResult(
                "disk",
                !disk.blocked(),
                List.of(
                        new CheckResult.Number("usableBytes", disk.usable()),
                        new CheckResult.Number("totalBytes", disk.total()),
                        new CheckResult.Number("reserveBytes", disk.reserve()),
                        new CheckResult.Text("producers", disk.blocked() ? "blocked" : "free")));
    }
}
