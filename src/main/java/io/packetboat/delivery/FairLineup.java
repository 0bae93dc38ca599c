package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order of a standard queue: as messages come, but a tenant (a message group) that has more than its share in flight
 * stands behind the others. Among such tenants the one with the fewest in flight comes first.
 *
 * <p>A tenant is noisy from {@value #NOISE_BEGINS} messages in flight, if these are more than an equal part of what all
 * tenants known now have in flight. A single known tenant is taken for one of two, so that others behind its backlog are
 * found. Messages without a group never wait.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">SQS fair
 *     queues</a>
 */
final class FairLineup implements Lineup {
    static final int NOISE_BEGINS = 5;

    private static final Comparator<Tenant> QUIETEST_FIRST = Comparator.<Tenant>comparingInt(tenant -> tenant.inFlight)
            .thenComparingLong(tenant -> tenant.aside.getFirst().place())
            .thenComparing(tenant -> tenant.group);

    private final Map<String, Tenant> tenants = new HashMap<>();
    /** Those with messages set aside. A tenant is out of the set while it changes. */
    private final TreeSet<Tenant> waiting = new TreeSet<>(QUIETEST_FIRST);

    private final LookAhead lookAhead;
    private int inFlight;

    FairLineup(LookAhead lookAhead) {
        this.lookAhead = lookAhead;
    }

    private static final class Tenant {
        final String group;
        final Deque<HeldMessage> aside = new ArrayDeque<>();
        int inFlight;

        Tenant(String group) {
            this.group = group;
        }
    }

    @Override
    public Turn offer(HeldMessage message, @Nullable OpenReceive receiver) {
        if (receiver == null) {
            return Turn.STOP;
        }
        Optional<MessageGroupId> group = message.group();
        if (group.isEmpty()) {
            inFlight++;
            return Turn.NOW;
        }
        Tenant tenant = tenants.computeIfAbsent(group.get().value(), Tenant::new);
        if ((isNoisy(tenant) || !tenant.aside.isEmpty()) && lookAhead.hasRoom()) {
            beginChange(tenant);
            tenant.aside.addLast(message);
            lookAhead.add(message);
            waiting.add(tenant);
            return Turn.ASIDE;
        }
        count(tenant, 1);
        return Turn.NOW;
    }

    private boolean isNoisy(Tenant tenant) {
        return tenant.inFlight >= NOISE_BEGINS && (long) tenant.inFlight * Math.max(2, tenants.size()) > inFlight;
    }

    @Override
    public Optional<HeldMessage> next(OpenReceive receiver) {
        return waiting.isEmpty() || isNoisy(waiting.first()) ? Optional.empty() : nextAfterOffers(receiver);
    }

    @Override
    public Optional<HeldMessage> nextAfterOffers(OpenReceive receiver) {
        Tenant quietest = waiting.pollFirst();
        if (quietest == null) {
            return Optional.empty();
        }
        HeldMessage message = quietest.aside.removeFirst();
        lookAhead.remove(message);
        quietest.inFlight++;
        inFlight++;
        if (!quietest.aside.isEmpty()) {
            waiting.add(quietest);
        }
        return Optional.of(message);
    }

    @Override
    public boolean hasTurnsAfterOffers() {
        return !waiting.isEmpty();
    }

    @Override
    public void restored(HeldMessage message) {
        message.group()
                .ifPresentOrElse(
                        group -> count(tenants.computeIfAbsent(group.value(), Tenant::new), 1), () -> inFlight++);
    }

    @Override
    public void closed(OpenReceive receiver) {
        // nothing belongs to a receiver here
    }

    @Override
    public void settled(HeldMessage message) {
        Tenant tenant = message.group().map(group -> tenants.get(group.value())).orElse(null);
        if (tenant == null) {
            inFlight--;
        } else {
            count(tenant, -1);
        }
    }

    @Override
    public boolean released(HeldMessage message) {
        settled(message);
        return false;
    }

    @Override
    public Optional<HeldMessage> takeOut(HeldMessage message) {
        Tenant tenant = message.group().map(group -> tenants.get(group.value())).orElse(null);
        if (tenant == null) {
            return Optional.empty();
        }
        Optional<HeldMessage> found = tenant.aside.stream()
                .filter(aside -> aside.id() == message.id())
                .findFirst();
        found.ifPresent(aside -> {
            beginChange(tenant);
            tenant.aside.remove(aside);
            lookAhead.remove(aside);
            count(tenant, 0);
        });
        return found;
    }

    private void count(Tenant tenant, int change) {
        beginChange(tenant);
        tenant.inFlight += change;
        inFlight += change;
        if (!tenant.aside.isEmpty()) {
            waiting.add(tenant);
        } else if (tenant.inFlight == 0) {
            tenants.remove(tenant.group);
        }
    }

    /** The set would not find it again under its new number. */
    private void beginChange(Tenant tenant) {
        if (!tenant.aside.isEmpty()) {
            waiting.remove(tenant);
        }
    }

    @Override
    public List<HeldMessage> takeUnneeded() {
        return takeAll();
    }

    @Override
    public List<HeldMessage> takeAll() {
        List<HeldMessage> all = new ArrayList<>();
        for (Tenant tenant : waiting) {
            all.addAll(tenant.aside);
            tenant.aside.forEach(lookAhead::remove);
            tenant.aside.clear();
            if (tenant.inFlight == 0) {
                tenants.remove(tenant.group);
            }
        }
        waiting.clear();
        return all;
    }

    @Override
    public List<String> takeFreedGroups() {
        return List.of();
    }

    @Override
    public boolean isFree(String group) {
        return !tenants.containsKey(group);
    }

    @Override
    public boolean takeSkipped() {
        return false;
    }

    @Override
    public void offeredFromHead() {
        // nothing is ever skipped
    }

    @Override
    public int aside() {
        return lookAhead.messages();
    }
}
