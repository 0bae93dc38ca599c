package io.packetboat.broker.delivery;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * One queue that offers its messages to a single reader beside the clients of all protocols.
 *
 * <p>No method blocks, except that sending may write to page and large-message files; stages complete once everything is
 * synced to disk, and fail with {@code BrokerUnavailable} if it cannot be. Safe for any number of threads, none of which
 * may hold the reader's lock.
 */
public interface DeliveryQueue {

    QueueName name();

    /** The queue's number, never used again for another one. */
    long id();

    /** Starts to offer messages; a second call changes nothing. */
    void attach(QueueReader reader);

    /** Stops to offer messages; what the reader holds, stays with it. */
    void detach();

    /** Offers on, from where the reader last said stop. */
    void offerMore();

    /**
     * Offers everything again, the messages that the reader skipped among them.
     *
     * @param begins told below the queue's lock when the next message that is offered is the first one
     */
    void offerFromHead(Runnable begins);

    /**
     * Runs a task once all that the queue holds now has been offered, or the reader said stop.
     *
     * @param unsatisfied asked while messages are still being read from pages: the task waits for them, a tenth of a second
     *     at most, as long as this holds
     */
    void afterOffers(BooleanSupplier unsatisfied, Runnable task);

    /** Sends messages in this order, all of them or none, together with what protects them from duplicates. */
    CompletionStage<Void> send(List<MessageToSend> messages);

    /** The marks of accepted messages that were found at the start of the broker. */
    List<DeduplicationMark> restoredDeduplication();

    /** Forgets marks whose time is over; it does no harm if a crash brings them back. */
    void forget(List<DeduplicationMark> marks);

    /** Notes until when these messages are in flight, so that it holds after a crash. */
    CompletionStage<Void> mark(List<HeldMessage.Marked> marks);

    /** Removes held messages for good. */
    CompletionStage<Void> settle(List<HeldMessage> held);

    /**
     * Removes a message that was given back and that nobody took since; false if somebody did.
     *
     * @param deliveries as often as it had been delivered when it was given back
     */
    CompletionStage<Boolean> settleGivenBack(HeldMessage message, int deliveries);

    /** The mark of a message that was received before a restart and is still on a page since then. */
    Optional<ReceiveMark> unread(long message);

    /**
     * Changes the mark of such a message, or deletes the message with {@link ReceiveMark#DELETED}; false if it has been read
     * meanwhile.
     */
    CompletionStage<Boolean> markUnread(long message, ReceiveMark mark);

    /**
     * Returns a held message to its place after a delivery that failed: to the dead-letter queue if it {@link #isExhausted},
     * else after the queue's redelivery delay. The object lives on as long as the message is there, so that the reader can
     * hold it weakly.
     */
    void giveBack(HeldMessage held);

    /** Returns held messages to their places as if they had never been taken. */
    void putBack(List<HeldMessage> held);

    /** Whether a delivery that failed was the last that the queue's settings allow. */
    boolean isExhausted(HeldMessage held);

    /**
     * Lets clients of other protocols have messages of this group again.
     *
     * @param stillFree asked below the queue's lock: nothing happens if the reader holds some of it by then
     */
    void freeGroup(MessageGroupId group, BooleanSupplier stillFree);

    /** Removes every message that is not held, the delayed ones too. */
    CompletionStage<Void> purge();

    /** A new number, larger than all before in this broker, also after a restart. */
    long nextNumber();

    Counts counts();

    /**
     * What the queue holds.
     *
     * @param messages all
     * @param delivering held by the reader or by clients of other protocols
     * @param scheduled not to be delivered yet
     */
    record Counts(long messages, long delivering, long scheduled) {}
}
