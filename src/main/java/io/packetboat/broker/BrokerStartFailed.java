package io.packetboat.broker;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The broker could not start and has been stopped again; the message tells an operator what to change. */
public final class BrokerStartFailed extends PacketboatException {
    private static final long serialVersionUID = 1L;

    BrokerStartFailed(String why, @Nullable Throwable cause) {
        super(ErrorKind.UNAVAILABLE, why, cause);
    }

    static BrokerStartFailed directoryInUse(Path lockFile, @Nullable Throwable cause) {
        return new BrokerStartFailed(
                "The data directory " + lockFile.getParent() + " is in use by another process.", cause);
    }

    static BrokerStartFailed listenerRejected(Listener listener) {
        return new BrokerStartFailed(
                "Listener " + listener.name() + " has transport settings that the broker rejects; see the log.", null);
    }

    static BrokerStartFailed protocolsMissing(Listener listener, Set<String> known) {
        return new BrokerStartFailed(
                "Listener " + listener.name() + " wants " + listener.protocolList() + ", and this broker speaks "
                        + String.join(",", new TreeSet<>(known)) + ".",
                null);
    }

    static BrokerStartFailed portNotOpened(Listener listener, Throwable cause) {
        return new BrokerStartFailed(
                "Port " + listener.port() + " (" + listener.name() + ", host " + listener.host()
                        + ") cannot be opened: " + cause.getMessage() + ". Change it with " + listener.portKey() + ".",
                cause);
    }
}
