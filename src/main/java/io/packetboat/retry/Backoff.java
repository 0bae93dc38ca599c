package io.packetboat.retry;

import java.util.Arrays;
import java.util.Optional;

/** How the pauses grow between the shortest and the longest one. */
public enum Backoff {
    LINEAR("linear"),
    ARITHMETIC("arithmetic"),
    GEOMETRIC("geometric"),
    EXPONENTIAL("exponential");

    private final String value;

    Backoff(String value) {
        this.value = value;
    }

    /** As policies spell it. */
    public String value() {
        return value;
    }

    static Optional<Backoff> find(String value) {
        return Arrays.stream(values()).filter(one -> one.value.equals(value)).findFirst();
    }
}
