package io.packetboat.benchmark;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** Runs the JMH benchmarks, with JMH's own arguments; without any all of them as they are annotated. */
public final class Jmh {
    private Jmh() {}

    public static void main(String[] arguments) throws IOException {
        Main.main(arguments);
    }
}
