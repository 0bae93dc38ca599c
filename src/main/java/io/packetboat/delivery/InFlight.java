package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.ReceiveMark;
import java.util.function.Consumer;

/** A message that a receiver has, or is about to get. Changed below the lock of its desk alone. */
final class InFlight extends Deadlines.Timed {
    private final HeldMessage message;
    private final Consumer<InFlight> whenDue;
    private ReceiveMark mark;
    private boolean settled;

    InFlight(HeldMessage message, ReceiveMark mark, Consumer<InFlight> whenDue) {
        this.message = message;
        this.mark = mark;
        this.whenDue = whenDue;
    }

    HeldMessage message() {
        return message;
    }

    ReceiveMark mark() {
        return mark;
    }

    HeldMessage.Marked marked() {
        return new HeldMessage.Marked(message, mark);
    }

    void mark(ReceiveMark newMark) {
        mark = newMark;
    }

    /** Whether the handle of this receive is the latest one. */
    boolean isReceiptOf(Receipt receipt) {
        return mark.deliveries() == receipt.deliveries();
    }

    /** Whether it was deleted or given back; nothing more happens to it then. */
    boolean isOver() {
        return settled;
    }

    void end() {
        settled = true;
    }

    @Override
    void due() {
        whenDue.accept(this);
    }
}
