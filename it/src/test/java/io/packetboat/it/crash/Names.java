package io.packetboat.it.crash;

import java.util.concurrent.atomic.AtomicLong;

/** What one producer sends: messages of its own names, never the same twice, over all rounds. */
final class Names {
    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    Names(String prefix) {
        this.prefix = prefix;
    }

    String next() {
        return prefix + '-' + next.incrementAndGet();
    }

    String prefix() {
        return prefix;
    }
}
