package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * A message that was given back: which receive of it was the latest, and the message as long as somebody has it. Whoever else
 * receives it may delete it, and its content must not stay in memory for our sake.
 */
final class GivenBack {
    private final WeakReference<HeldMessage> message;
    private final int deliveries;

    GivenBack(InFlight entry) {
        this.message = new WeakReference<>(entry.message());
        this.deliveries = entry.mark().deliveries();
    }

    boolean isReceiptOf(Receipt receipt) {
        return deliveries == receipt.deliveries();
    }

    Optional<HeldMessage> message() {
        return Optional.ofNullable(message.get());
    }
}
