package io.packetboat.broker;

import io.packetboat.kernel.messaging.DiskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.activemq.artemis.core.server.files.FileStoreMonitor;

/** Follows Artemis' look at the disk, and says once when producers are blocked and once when they go on. */
final class DiskWatch implements FileStoreMonitor.Callback {
    private static final Logger LOG = System.getLogger(DiskWatch.class.getName());

    private final long reserve;
    private final Observers observers;
    private volatile DiskState state;

    DiskWatch(long reserve, Observers observers) {
        this.reserve = reserve;
        this.observers = observers;
        this.state = new DiskState(0, 0, reserve, false);
    }

    DiskState state() {
        return state;
    }

    @Override
    public void tick(long usable, long total, boolean withinLimit, FileStoreMonitor.FileStoreMonitorType type) {
        DiskState before = state;
        DiskState now = new DiskState(usable, total, reserve, !withinLimit);
        state = now;
        if (before.blocked() == now.blocked()) {
            return;
        }
        if (now.blocked()) {
            LOG.log(
                    Level.ERROR,
                    "Producers are blocked: the disk has {0} bytes left, the reserve is {1}; consumption goes on",
                    usable,
                    reserve);
        } else {
            LOG.log(Level.INFO, "Producers go on: the disk has {0} bytes left, the reserve is {1}", usable, reserve);
        }
        observers.tell(observer -> observer.diskChanged(now));
    }
}
