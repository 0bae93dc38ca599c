package io.packetboat.broker.delivery;

import java.util.concurrent.CompletionStage;

/** Who takes the messages of one {@link DeliveryQueue}. Called below the queue's own lock: returns at once, never throws. */
public interface QueueReader {

    /** What becomes of an offered message. */
    enum Answer {
        /** The reader holds it from now on. */
        TAKE,
        /** Not this one; it goes to other consumers, and is offered again from the head only. */
        SKIP,
        /** No message now; this one stands first when offers go on. */
        STOP
    }

    Answer offer(HeldMessage message);

    /** Whether clients of other protocols get no message of a group while the reader holds one of it. */
    boolean keepsGroups();

    /** A message that was in flight when the broker stopped and still is: the reader holds it, as its mark says. */
    void restored(HeldMessage message);

    /** A message that was received before the broker stopped, and that everybody can receive again; as if given back. */
    void visibleAgain(HeldMessage message);

    /** How many messages it holds although nobody has received them. */
    int aside();

    /** Removes for good everything that it holds, since the queue is purged. */
    CompletionStage<Void> purgeHeld();

    /** The queue was deleted; what was held is gone. */
    void closed();
}
