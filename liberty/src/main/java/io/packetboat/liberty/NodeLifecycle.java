package io.packetboat.liberty;

import io.packetboat.kernel.PacketboatException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Starts the node with the application and stops it with it.
 *
 * <p>Either everything starts or the process ends with one message: a half started node would answer some clients and
 * refuse others.
 */
@ApplicationScoped
class NodeLifecycle {
    private final Instance<StartSequence> sequence;
    private final ProcessEnd processEnd;
    private volatile Optional<StartSequence> started = Optional.empty();

    @Inject
    NodeLifecycle(Instance<StartSequence> sequence, ProcessEnd processEnd) {
        this.sequence = sequence;
        this.processEnd = processEnd;
    }

    // The rim of the whole start: whatever goes wrong in it must end the process, and is told once.
    void start(@Observes Startup event) {
        try {
            StartSequence wired = sequence.get();
            started = Optional.of(wired);
            wired.start();
        } catch (RuntimeException e) {
            processEnd.because(reasonOf(e));
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        started.ifPresent(StartSequence::stop);
    }

    /** The failure that an operator can act upon stands somewhere below what the container made of it. */
    private static String reasonOf(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof PacketboatException fact) {
            return fact.getMessage() + (cause == null ? "" : " (" + rootOf(cause) + ")");
        }
        return cause == null ? failure.toString() : reasonOf(cause);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
