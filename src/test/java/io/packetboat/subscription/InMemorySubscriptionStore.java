package io.packetboat.subscription;

import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A store that keeps subscriptions while the test runs, and whose changes fail when it is told to. */
public final class InMemorySubscriptionStore implements SubscriptionStore {
    private final Map<SubscriptionId, Subscription> subscriptions = new TreeMap<>();
    private final Map<TopicName, Long> deleted = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Ended> ended = new HashMap<>();
    private boolean failing;
    private int reads;

    private record Token(SubscriptionId subscription, Instant expires) {}

    private record Ended(Subscription subscription, Instant expires) {}

    public synchronized void failing(boolean value) {
        failing = value;
    }

    /** How many times policies or pages of subscriptions were read. */
    public synchronized int reads() {
        return reads;
    }

    public synchronized void forgetTopic(TopicName topic) {
        subscriptions.values().removeIf(subscription -> subscription.topic().equals(topic));
        deleted.remove(topic);
        ended.values().removeIf(one -> one.subscription().topic().equals(topic));
    }

    @Override
    public synchronized Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public synchronized Optional<Subscription> find(TopicName topic, Endpoint endpoint) {
        return subscriptions.values().stream()
                .filter(of(topic))
                .filter(subscription -> subscription.endpoint().equals(endpoint))
                .findFirst();
    }

    private static Predicate<Subscription> of(TopicName topic) {
        return subscription -> subscription.topic().equals(topic);
    }

    @Override
    public synchronized void add(List<Subscription> added) {
        requireWorking();
        added.forEach(subscription -> subscriptions.put(subscription.id(), subscription));
    }

    @Override
    public synchronized void put(Subscription subscription) {
        requireWorking();
        subscriptions.computeIfPresent(subscription.id(), (id, former) -> subscription);
    }

    @Override
    public synchronized void delete(SubscriptionId id) {
        requireWorking();
        Subscription former = subscriptions.remove(id);
        if (former != null) {
            deleted.merge(former.topic(), 1L, Long::sum);
        }
        tokens.values().removeIf(token -> token.subscription().equals(id));
    }

    @Override
    public synchronized void end(SubscriptionId id, String hash, Instant expires) {
        find(id).ifPresent(former -> ended.put(hash, new Ended(former, expires)));
        delete(id);
    }

    @Override
    public synchronized Optional<Subscription> findEnded(SubscriptionId id, Instant now) {
        return ended.values().stream()
                .filter(one -> one.subscription().id().equals(id))
                .filter(one -> one.expires().isAfter(now))
                .map(Ended::subscription)
                .findFirst();
    }

    @Override
    public synchronized Optional<Subscription> findEndedByToken(String hash, Instant now) {
        return Optional.ofNullable(ended.get(hash))
                .filter(one -> one.expires().isAfter(now))
                .map(Ended::subscription);
    }

    private void requireWorking() {
        if (failing) {
            throw new StoreFailed();
        }
    }

    @Override
    public synchronized Page<Subscription> list(PageRequest page) {
        return page(any -> true, subscription -> subscription.id().value(), page);
    }

    @Override
    public synchronized Page<Subscription> list(TopicName topic, SubscriptionSearch search, PageRequest page) {
        EndpointKey after = EndpointKey.read(page.after(), this::find);
        String from = after.protocol().isEmpty() ? "" : after.protocol() + " " + after.target();
        Page<Subscription> found = page(
                of(topic).and(search::accepts),
                subscription -> subscription.endpoint().protocol() + " "
                        + subscription.endpoint().target(),
                new PageRequest(from, page.size()));
        return new Page<>(
                found.items(),
                found.next()
                        .map(any ->
                                EndpointKey.of(found.items().get(found.items().size() - 1))));
    }

    @Override
    public synchronized Page<Subscription> listWith(TopicName topic, Optional<PolicyKey> policy, PageRequest page) {
        return page(
                of(topic)
                        .and(Subscription::isConfirmed)
                        .and(subscription -> subscription.policyKey().equals(policy)),
                subscription -> subscription.id().value(),
                page);
    }

    private Page<Subscription> page(
            Predicate<Subscription> wanted, Function<Subscription, String> key, PageRequest page) {
        reads++;
        NavigableMap<String, Subscription> sorted = new TreeMap<>();
        subscriptions.values().stream()
                .filter(wanted)
                .forEach(subscription -> sorted.put(key.apply(subscription), subscription));
        return Page.of(sorted, page);
    }

    @Override
    public synchronized List<PolicyUse> policies(TopicName topic) {
        reads++;
        return subscriptions.values().stream()
                .filter(of(topic))
                .filter(Subscription::isConfirmed)
                .collect(Collectors.groupingBy(Subscription::policyKey))
                .values()
                .stream()
                .map(same -> new PolicyUse(same.get(0).attributes().filter(), same.size()))
                .toList();
    }

    @Override
    public synchronized long count(TopicName topic, PolicyKey policy) {
        return subscriptions.values().stream()
                .filter(of(topic))
                .filter(Subscription::isConfirmed)
                .filter(subscription -> subscription.policyKey().equals(Optional.of(policy)))
                .count();
    }

    @Override
    public synchronized SubscriptionCounts count(TopicName topic) {
        long all = subscriptions.values().stream().filter(of(topic)).count();
        long confirmed = subscriptions.values().stream()
                .filter(of(topic))
                .filter(Subscription::isConfirmed)
                .count();
        return new SubscriptionCounts(confirmed, all - confirmed, deleted.getOrDefault(topic, 0L));
    }

    @Override
    public synchronized Map<TopicName, Long> countConfirmed(List<TopicName> topics) {
        return topics.stream()
                .collect(Collectors.toMap(topic -> topic, topic -> count(topic).confirmed()));
    }

    @Override
    public synchronized List<TopicName> topics() {
        return subscriptions.values().stream()
                .filter(Subscription::isConfirmed)
                .map(Subscription::topic)
                .distinct()
                .toList();
    }

    @Override
    public synchronized void addToken(String hash, SubscriptionId subscription, Instant expires) {
        requireWorking();
        tokens.put(hash, new Token(subscription, expires));
    }

    @Override
    public synchronized Optional<Subscription> findByToken(String hash, Instant now) {
        return Optional.ofNullable(tokens.get(hash))
                .filter(token -> token.expires().isAfter(now))
                .flatMap(token -> find(token.subscription()));
    }

    @Override
    public synchronized List<Subscription> forgetPending(Instant createdBefore, Instant now) {
        requireWorking();
        List<Subscription> forgotten = subscriptions.values().stream()
                .filter(subscription -> !subscription.isConfirmed())
                .filter(subscription -> subscription.createdAt().isBefore(createdBefore))
                .toList();
        subscriptions
                .values()
                .removeIf(subscription ->
                        !subscription.isConfirmed() && subscription.createdAt().isBefore(createdBefore));
        tokens.values().removeIf(token -> !token.expires().isAfter(now));
        ended.values().removeIf(one -> !one.expires().isAfter(now));
        return forgotten;
    }

    /** What a database would raise. */
    static final class StoreFailed extends PacketboatException {
        private static final long serialVersionUID = 1L;

        StoreFailed() {
            super(ErrorKind.UNAVAILABLE, "the store failed as the test wants it");
        }
    }
}
