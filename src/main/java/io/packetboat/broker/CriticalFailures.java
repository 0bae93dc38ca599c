package io.packetboat.broker;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerCriticalPlugin;
import org.apache.activemq.artemis.utils.critical.CriticalComponent;
import org.jspecify.annotations.Nullable;

/** Tells the observers, once, that the broker can no longer work: its journal failed, or one of its threads hangs. */
final class CriticalFailures implements IOCriticalErrorListener, ActiveMQServerCriticalPlugin {
    private final Observers observers;
    private final AtomicBoolean told = new AtomicBoolean();

    CriticalFailures(Observers observers) {
        this.observers = observers;
    }

    @Override
    public void onIOException(Throwable cause, String message, @Nullable String file) {
        tell(message + (file == null ? "" : " (" + file + ")"), cause);
    }

    @Override
    public void criticalFailure(CriticalComponent component) {
        String reason = "A thread of the broker hangs in " + component;
        tell(reason, new IllegalStateException(reason));
    }

    private void tell(String reason, Throwable cause) {
        if (told.compareAndSet(false, true)) {
            observers.tellFailure(reason, cause);
        }
    }
}
