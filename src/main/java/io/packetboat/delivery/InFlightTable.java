package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
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
    private final Map<Long, InFlight> givenBack = new LinkedHashMap<>();

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

    /** The message of a receive that was given back, as long as no other receive got it. */
    Optional<HeldMessage> findGivenBack(Receipt receipt) {
        return Optional.ofNullable(givenBack.get(receipt.message()))
                .filter(entry -> entry.isReceiptOf(receipt))
                .map(InFlight::message);
    }

    /** Whether the receipt is an old one: the message was received anew, be it in flight still or given back since. */
    boolean isSuperseded(Receipt receipt) {
        InFlight latest = inFlight.getOrDefault(receipt.message(), givenBack.get(receipt.message()));
        return latest != null && !latest.isReceiptOf(receipt);
    }

    /** It was deleted. */
    void remove(InFlight entry) {
        entry.end();
        inFlight.remove(entry.message().id());
    }

    void giveBack(InFlight entry) {
        remove(entry);
        givenBack.put(entry.message().id(), entry);
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
