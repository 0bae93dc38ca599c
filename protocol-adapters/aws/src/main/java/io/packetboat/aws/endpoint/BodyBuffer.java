package io.packetboat.aws.endpoint;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The body of one request as it comes in, on the heap, never larger than what has really arrived, twice at most. */
final class BodyBuffer {
    private static final int LEAST = 1_024;

    private final RequestBudget.Share share;
    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;

    /** @param share what the bytes count against; its owner gives back what they take */
    BodyBuffer(RequestBudget.Share share, int limit) {
        this.share = share;
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

    /** Ends the receiving. */
    byte[] finish() {
        byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        share.giveBack((long) bytes.length - length);
        bytes = new byte[0];
        length = 0;
        return whole;
    }

    private boolean grow(int needed) {
        int size = (int) Math.min(limit, Math.max((long) needed, Math.max(LEAST, 2L * bytes.length)));
        if (!share.take(size - (long) bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }
}
