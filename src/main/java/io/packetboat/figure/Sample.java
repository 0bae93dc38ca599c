package io.packetboat.figure;

import java.util.Optional;

/** One figure; the label tells what it is about, where its family has several. */
public record Sample(Optional<Label> label, double value) {

    /** For example {@code queue="orders"}. */
    public record Label(String name, String value) {}

    static Sample of(double value) {
        return new Sample(Optional.empty(), value);
    }

    static Sample of(String label, String of, double value) {
        return new Sample(Optional.of(new Label(label, of)), value);
    }
}
