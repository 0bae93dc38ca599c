package io.packetboat.subscription;

import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where subscriptions are kept: millions of them, so that nothing here reads all but page by page.
 *
 * <p>Reads cost as much as what they return, and may be made by any number of threads. Changes are made by one thread at a
 * time, and are committed and forced to disk on return. When a method fails, it raises a {@link
 * io.packetboat.kernel.PacketboatException} of kind UNAVAILABLE; whether a change took place is then unknown. The
 * subscriptions of a topic go with it, see {@code TopicStore.delete}.
 */
public interface SubscriptionStore {

    Optional<Subscription> find(SubscriptionId id);

    /** A topic has one subscription of an endpoint at most. */
    Optional<Subscription> find(TopicName topic, Endpoint endpoint);

    /** Adds these in one transaction; none of them may be there. */
    void add(List<Subscription> subscriptions);

    /** Puts it in the place of the one with its id; does nothing if there is none. */
    void put(Subscription subscription);

    /** Deletes it, and counts it as deleted for its topic; does nothing if there is none. */
    void delete(SubscriptionId id);

    /**
     * Deletes it as {@link #delete} does, and remembers what it was.
     *
     * @param hash of a token that leads to it, see {@link #findEndedByToken}
     */
    void end(SubscriptionId id, String hash, Instant expires);

    /** The one that was ended so, and did not expire by now. */
    Optional<Subscription> findEnded(SubscriptionId id, Instant now);

    /** The same by its token. */
    Optional<Subscription> findEndedByToken(String hash, Instant now);

    /** All, in the order of their ids. */
    Page<Subscription> list(PageRequest page);

    /** All of a topic, in a lasting order. */
    default Page<Subscription> list(TopicName topic, PageRequest page) {
        return list(topic, SubscriptionSearch.ALL, page);
    }

    /** Those of a topic that are wanted. A page ends early, with a next one, when a great many have been looked at. */
    Page<Subscription> list(TopicName topic, SubscriptionSearch search, PageRequest page);

    /**
     * The confirmed ones of a topic with this very policy, or with none, in the order of their ids.
     *
     * @param page its key is the id of the one after which to go on
     */
    Page<Subscription> listWith(TopicName topic, Optional<PolicyKey> policy, PageRequest page);

    /** The distinct policies of a topic's confirmed subscriptions. */
    List<PolicyUse> policies(TopicName topic);

    /** How many confirmed subscriptions of the topic have this very policy. */
    long count(TopicName topic, PolicyKey policy);

    SubscriptionCounts count(TopicName topic);

    /** How many confirmed subscriptions each of these has; topics without any may be left out. */
    Map<TopicName, Long> countConfirmed(List<TopicName> topics);

    /** The topics that have confirmed subscriptions. */
    List<TopicName> topics();

    /** Keeps a token by which a pending subscription can be confirmed; only its hash is given away to the store. */
    void addToken(String hash, SubscriptionId subscription, Instant expires);

    /** The subscription that the token is for; empty if there is no such token, or it expired by now. */
    Optional<Subscription> findByToken(String hash, Instant now);

    /**
     * Forgets pending subscriptions that are older, and tokens and ended subscriptions that expired by then.
     *
     * @return the pending ones
     */
    List<Subscription> forgetPending(Instant createdBefore, Instant now);
}
