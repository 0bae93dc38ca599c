package io.packetboat.aws.endpoint;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The body of one request as it comes in, on the heap, never larger than what has really arrived, twice at most. */
final class BodyBuffer {
    private static final int LEAST = 1_024;

    private final RequestBudget budget;
    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;

    BodyBuffer(RequestBudget budget, int limit) {
        this.budget = budget;
        this.limit = limit;
    }

    /** What came of taking in some bytes. */
    enum Outcome {
        TAKEN,
        TOO_LARGE,
        NO_ROOM
    }

    Outcome add(ByteBuf content) {
        int more = content.readableBytes();
        if (more > limit - length) {
            return Outcome.TOO_LARGE;
        }
        if (length + more > bytes.length && !grow(length + more)) {
            return Outcome.NO_ROOM;
        }
        content.readBytes(bytes, length, more);
        length += more;
        return Outcome.TAKEN;
    }

    /** Ends the receiving; from now on the whole body counts against the budget, and its owner gives that back. */
    byte[] finish() {
        byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        budget.giveBack((long) bytes.length - length);
        bytes = new byte[0];
        length = 0;
        return whole;
    }

    /** Ends the receiving without a result. */
    void release() {
        budget.giveBack(bytes.length);
        bytes = new byte[0];
        length = 0;
    }

    private boolean grow(int needed) {
        int size = (int) Math.min(limit, Math.max((long) needed, Math.max(LEAST, 2L * bytes.length)));
        if (!budget.take(size - (long) bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }
}
