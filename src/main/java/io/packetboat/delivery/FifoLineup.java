package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order of a FIFO queue: messages of a group one after the other, and none of a group while another receiver has some
 * of it. Messages without a group, which other protocols may send, are a group of their own.
 */
final class FifoLineup implements Lineup {
    private static final Comparator<HeldMessage> BY_PLACE =
            Comparator.comparingLong(HeldMessage::place).thenComparingLong(HeldMessage::id);

    private final Map<String, Line> lines = new HashMap<>();
    /** Lines with messages set aside of which nothing is in flight; the one that waits longest first. */
    private final LinkedHashSet<Line> ready = new LinkedHashSet<>();

    /** As {@link #ready}, but their turn comes when the queue has offered all it has. */
    private final LinkedHashSet<Line> readyAfterOffers = new LinkedHashSet<>();

    private final List<String> freed = new ArrayList<>();
    private final LookAhead lookAhead;
    /** Groups of which a message was skipped: what stands behind it has to wait until the queue offers from its head. */
    private final Set<String> passedBy = new HashSet<>();

    private boolean skipped;

    FifoLineup(LookAhead lookAhead) {
        this.lookAhead = lookAhead;
    }

    /** One group, as long as something of it is held. */
    private static final class Line {
        final String group;
        final TreeSet<HeldMessage> aside = new TreeSet<>(BY_PLACE);
        int inFlight;
        /** Who may take more of this group, while that request is open. */
        @Nullable
        OpenReceive owner;

        /** Whether the queue may hold an earlier message of it, which was visible when the broker started. */
        boolean restored;

        Line(String group) {
            this.group = group;
        }
    }

    private static String groupOf(HeldMessage message) {
        return message.group().map(MessageGroupId::value).orElse("");
    }

    @Override
    public Turn offer(HeldMessage message, @Nullable OpenReceive receiver) {
        String group = groupOf(message);
        Line line = lines.get(group);
        if (passedBy.contains(group)) {
            return passBy(group);
        }
        if (line != null && (!line.aside.isEmpty() || !mayTake(line, receiver))) {
            return setAside(line, message);
        }
        if (receiver == null) {
            return Turn.STOP;
        }
        if (line == null) {
            line = new Line(group);
            lines.put(group, line);
        }
        line.inFlight++;
        line.owner = receiver;
        return Turn.NOW;
    }

    /** A locked group is passed by even if nobody receives: it must not hold up the clients of other protocols. */
    private static boolean mayTake(Line line, @Nullable OpenReceive receiver) {
        return line.inFlight == 0 || (receiver != null && line.owner == receiver);
    }

    private Turn setAside(Line line, HeldMessage message) {
        if (!lookAhead.hasRoom()) {
            return passBy(line.group);
        }
        line.aside.add(message);
        lookAhead.add(message);
        if (line.inFlight == 0) {
            makeReady(line);
        }
        return Turn.ASIDE;
    }

    private Turn passBy(String group) {
        skipped = true;
        passedBy.add(group);
        return Turn.SKIPPED;
    }

    @Override
    public void offeredFromHead() {
        passedBy.clear();
    }

    @Override
    public Optional<HeldMessage> next(OpenReceive receiver) {
        Line line = ownedWithMore(receiver);
        if (line == null) {
            Iterator<Line> first = ready.iterator();
            if (!first.hasNext()) {
                return Optional.empty();
            }
            line = first.next();
            first.remove();
            line.owner = receiver;
        }
        HeldMessage message = line.aside.pollFirst();
        if (message == null) {
            return Optional.empty();
        }
        lookAhead.remove(message);
        line.inFlight++;
        return Optional.of(message);
    }

    private @Nullable Line ownedWithMore(OpenReceive receiver) {
        for (int i = receiver.taken().size() - 1; i >= 0; i--) {
            Line line = lines.get(groupOf(receiver.taken().get(i).message()));
            if (line != null && line.owner == receiver && !line.aside.isEmpty()) {
                return line;
            }
        }
        return null;
    }

    @Override
    public Optional<HeldMessage> nextAfterOffers(OpenReceive receiver) {
        readyAfterOffers.forEach(line -> line.restored = false);
        ready.addAll(readyAfterOffers);
        readyAfterOffers.clear();
        return next(receiver);
    }

    @Override
    public boolean hasTurnsAfterOffers() {
        return !ready.isEmpty() || !readyAfterOffers.isEmpty();
    }

    @Override
    public void restored(HeldMessage message) {
        Line line = lines.computeIfAbsent(groupOf(message), Line::new);
        line.inFlight++;
        line.restored = true;
    }

    @Override
    public void closed(OpenReceive receiver) {
        for (InFlight taken : receiver.taken()) {
            Line line = lines.get(groupOf(taken.message()));
            if (line != null && line.owner == receiver) {
                line.owner = null;
            }
        }
    }

    @Override
    public void settled(HeldMessage message) {
        Line line = lines.get(groupOf(message));
        if (line != null) {
            line.inFlight--;
            unlockIfFree(line);
        }
    }

    @Override
    public boolean released(HeldMessage message) {
        Line line = lines.computeIfAbsent(groupOf(message), Line::new);
        line.inFlight--;
        line.aside.add(message);
        lookAhead.add(message);
        unlockIfFree(line);
        return true;
    }

    private void unlockIfFree(Line line) {
        if (line.inFlight > 0) {
            return;
        }
        line.owner = null;
        if (line.aside.isEmpty()) {
            lines.remove(line.group);
            freed.add(line.group);
        } else {
            makeReady(line);
        }
    }

    private void makeReady(Line line) {
        (line.restored ? readyAfterOffers : ready).add(line);
    }

    /** Not asked for: a late receipt deletes nothing in a FIFO queue. */
    @Override
    public Optional<HeldMessage> takeOut(HeldMessage message) {
        return Optional.empty();
    }

    /** What stands behind a message in flight stays: nobody else may have it either. */
    @Override
    public List<HeldMessage> takeUnneeded() {
        List<HeldMessage> unneeded = new ArrayList<>();
        ready.addAll(readyAfterOffers);
        readyAfterOffers.clear();
        for (Line line : ready) {
            unneeded.addAll(line.aside);
            line.aside.forEach(lookAhead::remove);
            line.aside.clear();
            lines.remove(line.group);
            freed.add(line.group);
        }
        ready.clear();
        return unneeded;
    }

    @Override
    public List<HeldMessage> takeAll() {
        List<HeldMessage> all = takeUnneeded();
        for (Line line : lines.values()) {
            all.addAll(line.aside);
            line.aside.forEach(lookAhead::remove);
            line.aside.clear();
        }
        return all;
    }

    @Override
    public List<String> takeFreedGroups() {
        if (freed.isEmpty()) {
            return List.of();
        }
        List<String> groups = freed.stream()
                .filter(group -> !group.isEmpty() && !lines.containsKey(group))
                .toList();
        freed.clear();
        return groups;
    }

    @Override
    public boolean isFree(String group) {
        return !lines.containsKey(group);
    }

    @Override
    public boolean takeSkipped() {
        boolean again = skipped && lookAhead.hasRoom();
        if (again) {
            skipped = false;
        }
        return again;
    }

    @Override
    public int aside() {
        return lookAhead.messages();
    }
}
