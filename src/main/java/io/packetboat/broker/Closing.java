package io.packetboat.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for the end of what was closed: Artemis ends connections and sessions on threads of their own. */
final class Closing {
    private static final int GLANCES = 15_000;
    private static final long GLANCE_MILLIS = 2;

    private Closing() {}

    /**
     * Returns when it is gone.
     *
     * @throws BrokerUnavailable if it is still there after half a minute, or the caller is interrupted; it ends all the same
     */
    static void await(String id, BooleanSupplier gone) {
        try {
            for (int glance = 0; !gone.getAsBoolean(); glance++) {
                if (glance == GLANCES) {
                    throw new BrokerUnavailable("Still closing: " + id, null);
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("Interrupted while closing: " + id, e);
        }
    }
}
