package io.packetboat.admin.monitoring;

import io.packetboat.figure.Family;
import io.packetboat.figure.Figures;
import io.packetboat.figure.QueueChanges;
import io.packetboat.figure.Sample;
import io.packetboat.figure.Snapshot;
import io.packetboat.figure.Snapshot.Series;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Keeps one gauge in MicroProfile's registry for each figure; a scrape reads them all from one snapshot.
 *
 * <p>Which figures there are changes with the queues alone. Their coming and going is noted on the broker's threads and
 * followed up a second later on one thread, so that a burst costs one look. Only that thread and the start touch the
 * registry, one after the other.
 */
@ApplicationScoped
class MetricsPublication {
    private static final Logger LOG = System.getLogger(MetricsPublication.class.getName());
    private static final long FOLLOW_UP_MILLIS = 1_000;

    private final Figures figures;
    private final QueueChanges changes;
    private final MetricRegistry registry;
    private final ScheduledThreadPoolExecutor followUp;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final Map<Series, MetricID> published = new HashMap<>();

    @Inject
    MetricsPublication(Figures figures, QueueChanges changes, MetricRegistry registry) {
        this.figures = figures;
        this.changes = changes;
        this.registry = registry;
        this.followUp = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "packetboat-metrics");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** After the node itself, since queues from the journal are not told as changes. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup event) {
        changes.subscribe(this::note);
        publish();
    }

    @PreDestroy
    void stop() {
        changes.subscribe(() -> {});
        followUp.shutdownNow();
    }

    private void note() {
        if (noted.compareAndSet(false, true)) {
            var unused = followUp.schedule(this::followUp, FOLLOW_UP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    // The rim of this thread: nobody else would hear of a failure.
    private void followUp() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The metrics of new queues could not be published; the next change tries again", e);
        }
    }

    private synchronized void publish() {
        noted.set(false);
        Snapshot now = figures.refreshed();
        removeAllBut(now.series());
        for (Family family : now.families()) {
            Metadata metadata = Metadata.builder()
                    .withName(family.name())
                    .withDescription(family.help())
                    .build();
            family.samples().forEach(sample -> add(metadata, sample));
        }
    }

    private void removeAllBut(Set<Series> wanted) {
        Set<Series> gone = new HashSet<>(published.keySet());
        gone.removeAll(wanted);
        gone.forEach(series -> registry.remove(published.remove(series)));
    }

    /** A gauge for counts too: MicroProfile's counters can only be counted up, not read from elsewhere. */
    private void add(Metadata metadata, Sample sample) {
        Series series = new Series(metadata.getName(), sample.label());
        if (published.containsKey(series)) {
            return;
        }
        Tag[] tags = sample.label().stream()
                .map(label -> new Tag(label.name(), label.value()))
                .toArray(Tag[]::new);
        registry.gauge(metadata, () -> figures.current().value(series), tags);
        published.put(series, new MetricID(metadata.getName(), tags));
    }
}
