package io.packetboat.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The root of all failures that features raise.
 *
 * <p>One final subclass per fact, named as a fact ({@code QueueNotFound}); it carries the offending value and builds its
 * own message. The message is shown to clients, so it never holds a secret or a message body.
 */
public abstract class PacketboatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    protected PacketboatException(ErrorKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    protected PacketboatException(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Tells doors which family of status code to answer with. */
    public ErrorKind kind() {
        return kind;
    }
}
