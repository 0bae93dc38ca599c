package io.packetboat.health;

/** Remembers that the start sequence has come to its end. Safe for any number of threads. */
public final class NodeStart {
    private volatile boolean done;

    /** To be called once everything is started. */
    public void completed() {
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
