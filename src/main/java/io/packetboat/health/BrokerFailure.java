package io.packetboat.health;

import io.packetboat.broker.BrokerObserver;

/** Remembers that the broker can no longer work, from the moment on that it says so. Safe for any number of threads. */
public final class BrokerFailure implements BrokerObserver {
    private volatile boolean told;

    @Override
    public void failed(String reason, Throwable cause) {
        told = true;
    }

    boolean isTold() {
        return told;
    }
}
