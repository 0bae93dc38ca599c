package io.packetboat.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages in flight of one queue, by their number, and the last ones that were given back: the handles of those still
 * delete, as on AWS, until somebody else receives the message.
 *
 * <p>Used below the lock of its desk alone.
 */
final class InFlightTable {
    private static final int REMEMBERED = 120_000;

    private final Map<Long, InFlight> inFlight = new HashMap<>();
    private final Map<Long, GivenBack> givenBack = new LinkedHashMap<>();

    int size() {
        return inFlight.size();
    }

    void add(InFlight entry) {
        inFlight.put(entry.message().id(), entry);
        givenBack.remove(entry.message().id());
    }

    Optional<InFlight> find(long message) {
        return Optional.ofNullable(inFlight.get(message));
    }

    /** A message that was given back after this receive of it, as long as no other receive got it. */
    Optional<GivenBack> findGivenBack(Receipt receipt) {
        return Optional.ofNullable(givenBack.get(receipt.message())).filter(entry -> entry.isReceiptOf(receipt));
    }

    /** Whether the receipt is an old one: the message was received anew, be it in flight still or given back since. */
    boolean isSuperseded(Receipt receipt) {
        InFlight held = inFlight.get(receipt.message());
        GivenBack before = givenBack.get(receipt.message());
        return held != null ? !held.isReceiptOf(receipt) : before != null && !before.isReceiptOf(receipt);
    }

    /** It was deleted. */
    void remove(InFlight entry) {
        entry.end();
        inFlight.remove(entry.message().id());
    }

    void giveBack(InFlight entry) {
        remove(entry);
        remember(entry);
    }

    /** It was given back, be it before this start. */
    void remember(InFlight entry) {
        entry.end();
        givenBack.put(entry.message().id(), new GivenBack(entry));
        if (givenBack.size() > REMEMBERED) {
            var oldest = givenBack.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    List<InFlight> removeAll() {
        List<InFlight> all = new ArrayList<>(inFlight.values());
        all.forEach(InFlight::end);
        inFlight.clear();
        givenBack.clear();
        return all;
    }
}
