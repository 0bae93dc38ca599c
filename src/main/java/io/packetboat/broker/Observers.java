package io.packetboat.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells every observer, and lets none of them hurt the broker's threads. */
final class Observers {
    private static final Logger LOG = System.getLogger(Observers.class.getName());

    private final List<BrokerObserver> observers;

    Observers(List<BrokerObserver> observers) {
        this.observers = new CopyOnWriteArrayList<>(observers);
    }

    void add(BrokerObserver observer) {
        observers.add(observer);
    }

    void tell(Consumer<BrokerObserver> event) {
        for (BrokerObserver observer : observers) {
            try {
                event.accept(observer);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "An observer failed: observer=" + observer.getClass().getName(),
                        e);
            }
        }
    }

    /** On a thread of its own, since the answer to a failure is to stop the broker, which waits for its threads. */
    void tellFailure(String reason, Throwable cause) {
        LOG.log(Level.ERROR, "The broker cannot go on: " + reason, cause);
        Thread teller = new Thread(() -> tell(observer -> observer.failed(reason, cause)), "packetboat-broker-failure");
        teller.setDaemon(true);
        teller.start();
    }
}
