package io.packetboat.delivery;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What a receipt handle says: which message of which queue, and which receive of it. A handle of an earlier receive names
 * an older number of deliveries.
 */
record Receipt(long queue, long message, int deliveries) {
    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Long.BYTES + Long.BYTES + Integer.BYTES;

    ReceiptHandle handle() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(queue)
                .putLong(message)
                .putInt(deliveries);
        return new ReceiptHandle(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** Raises {@link ReceiptHandleInvalid} for what no receive of this queue gave out. */
    static Receipt of(ReceiptHandle handle, long queue) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(handle.value());
        } catch (IllegalArgumentException e) {
            throw new ReceiptHandleInvalid(handle);
        }
        if (bytes.length != LENGTH || bytes[0] != VERSION) {
            throw new ReceiptHandleInvalid(handle);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        Receipt receipt = new Receipt(buffer.getLong(), buffer.getLong(), buffer.getInt());
        if (receipt.queue != queue) {
            throw new ReceiptHandleInvalid(handle);
        }
        return receipt;
    }
}
