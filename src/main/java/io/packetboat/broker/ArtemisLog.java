package io.packetboat.broker;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Artemis' loggers and the server's log: one line for what a client did wrong, and no message's content.
 *
 * <p>Artemis prints stack traces for refused rights and lost connections, and with every dead letter its properties. The
 * broker's own failures (disk, journal, defects outside the protocols) keep their stack traces; all do once somebody
 * looks for a defect with these loggers at FINE. Safe for any number of threads.
 */
final class ArtemisLog extends Handler {
    private static final Logger ROOT = Logger.getLogger("");

    /** Held, since java.util.logging forgets a logger that nobody holds, with its handlers. */
    private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq.artemis");

    void open() {
        ARTEMIS.addHandler(this);
        ARTEMIS.setUseParentHandlers(false);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            clean(record);
        }
        for (Handler handler : ROOT.getHandlers()) {
            handler.publish(record);
        }
    }

    /** In place: Liberty's handlers know records of their own kind. */
    private static void clean(LogRecord record) {
        Throwable cause = record.getThrown();
        boolean clients = cause != null && !ARTEMIS.isLoggable(Level.FINE) && isClients(record.getLoggerName(), cause);
        // A thread dump is many lines by nature.
        if (record.getMessage() == null || !record.getMessage().contains("Thread dump")) {
            record.setMessage(LogLine.of(record.getMessage(), clients ? cause : null));
        }
        if (clients) {
            record.setThrown(null);
            record.setLevel(Level.WARNING);
        }
    }

    /** Whether a client caused it: what happens in a protocol, and what Artemis tells the client. */
    private static boolean isClients(@Nullable String logger, Throwable cause) {
        return logger != null && (logger.contains(".protocol.") || logger.contains(".remoting.")) || isAnswer(cause);
    }

    private static boolean isAnswer(Throwable cause) {
        return cause instanceof ActiveMQException answer
                && answer.getType() != ActiveMQExceptionType.IO_ERROR
                && answer.getType() != ActiveMQExceptionType.INTERNAL_ERROR
                && answer.getType() != ActiveMQExceptionType.GENERIC_EXCEPTION;
    }

    @Override
    public void flush() {
        // The server's handlers flush themselves.
    }

    /** From now on Artemis' records go their usual way. */
    @Override
    public void close() {
        ARTEMIS.setUseParentHandlers(true);
        ARTEMIS.removeHandler(this);
    }
}
