package io.packetboat.delivery;

/** The receipt of one delivery, opaque to clients; it stays good across restarts of the broker. */
public record ReceiptHandle(String value) {

    @Override
    public String toString() {
        return value;
    }
}
