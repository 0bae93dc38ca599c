package io.packetboat.aws.operation;

import io.packetboat.kernel.PacketboatException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which error of AWS a failure of a feature is, in one API. What no row names is answered by its kind. Immutable.
 *
 * <p>Rows name exact classes, since failures are final.
 */
public final class ErrorTable {
    /** Nothing of its own. */
    public static final ErrorTable COMMON = new ErrorTable(Map.of());

    private final Map<Class<? extends PacketboatException>, ErrorCode> rows;

    private ErrorTable(Map<Class<? extends PacketboatException>, ErrorCode> rows) {
        this.rows = Map.copyOf(rows);
    }

    /** The same with one row more. */
    public ErrorTable with(Class<? extends PacketboatException> failure, ErrorCode code) {
        Map<Class<? extends PacketboatException>, ErrorCode> more = new HashMap<>(rows);
        more.put(failure, code);
        return new ErrorTable(more);
    }

    /** The error to answer with. */
    public ErrorCode codeOf(PacketboatException failure) {
        if (failure instanceof RequestRefused refused) {
            return refused.code();
        }
        return rows.getOrDefault(failure.getClass(), CommonErrors.of(failure.kind()));
    }
}
