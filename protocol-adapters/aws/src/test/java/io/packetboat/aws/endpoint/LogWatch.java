package io.packetboat.aws.endpoint;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the endpoint logs for people to see. */
final class LogWatch extends Handler implements AutoCloseable {
    private final Logger watched = Logger.getLogger("io.packetboat.aws");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogWatch() {
        watched.addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        watched.removeHandler(this);
    }
}
