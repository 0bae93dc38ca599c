package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which message is whose turn, and keeps those aside whose turn has not come.
 *
 * <p>What is set aside is held, so that a long way of such messages is passed once and not again with every receive. All
 * methods are called below the lock of the desk.
 */
interface Lineup {

    /** What becomes of a message that the queue offers. */
    enum Turn {
        NOW,
        ASIDE,
        SKIPPED,
        STOP
    }

    /**
     * Decides on a message of the queue; the lineup keeps it if the answer is {@link Turn#ASIDE}, and counts it as in flight
     * if it is {@link Turn#NOW}.
     *
     * @param receiver who would get it, if somebody waits
     */
    Turn offer(HeldMessage message, @Nullable OpenReceive receiver);

    /** The next message set aside whose turn it is; it counts as in flight then. */
    Optional<HeldMessage> next(OpenReceive receiver);

    /** As {@link #next}, when the queue has offered all it has. */
    Optional<HeldMessage> nextAfterOffers(OpenReceive receiver);

    /** Whether {@link #nextAfterOffers} has one. */
    boolean hasTurnsAfterOffers();

    /** Counts a message as in flight that was so before a restart. */
    void restored(HeldMessage message);

    /** A receiver will take no more. */
    void closed(OpenReceive receiver);

    /** A message in flight is gone for good, or to be given back to the queue. */
    void settled(HeldMessage message);

    /** A message in flight is visible again; whether the lineup keeps it, or it has to be given back. */
    boolean released(HeldMessage message);

    /** Takes out a message set aside, by its number. */
    Optional<HeldMessage> takeOut(HeldMessage message);

    /** Takes out what can be put back into the queue while nobody receives. */
    List<HeldMessage> takeUnneeded();

    /** Takes out everything set aside. */
    List<HeldMessage> takeAll();

    /** Groups of which nothing is held any more, since the last call. */
    List<String> takeFreedGroups();

    /** Whether nothing of a group is held. */
    boolean isFree(String group);

    /** Whether messages were skipped that should be offered again now, since the last call. */
    boolean takeSkipped();

    /** From now on the queue offers everything again, from its head. */
    void offeredFromHead();

    /** Messages set aside. */
    int aside();
}
