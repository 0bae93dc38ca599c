package io.packetboat.topic;

import io.packetboat.broker.BrokerTopics;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.signing.SignatureVersion;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The definitions of all topics as they are now, read without a lock and without the database.
 *
 * <p>Answers for every multicast address of the broker that clients know, also for those that nobody defined through SNS.
 * What was read may have changed since. Safe for any number of threads.
 */
public final class TopicMemory {
    private final BrokerTopics broker;
    private final ConcurrentSkipListMap<String, TopicDefinition> defined = new ConcurrentSkipListMap<>();
    private final AtomicInteger fifoTopics = new AtomicInteger();

    public TopicMemory(EmbeddedBroker broker) {
        this.broker = broker.topics();
    }

    /** The topic's definition; empty if there is no such topic. */
    public Optional<TopicDefinition> find(TopicName name) {
        return findDefined(name)
                .or(() -> Optional.of(name)
                        .filter(broker::exists)
                        .map(same -> new TopicDefinition(same, TopicAttributes.defaultsOf(same), false)));
    }

    /** The topic's definition; raises {@link TopicNotFound}. */
    public TopicDefinition definitionOf(TopicName name) {
        return find(name).orElseThrow(() -> new TopicNotFound(name));
    }

    /** How notifications of the topic are signed, be it there or not. */
    public SignatureVersion signatureVersionOf(TopicName name) {
        return findDefined(name)
                .flatMap(topic -> SignatureVersion.find(
                        Integer.toString(topic.attributes().signatureVersion())))
                .orElse(SignatureVersion.V1);
    }

    boolean isDefined(String name) {
        return defined.containsKey(name);
    }

    Optional<TopicDefinition> findDefined(TopicName name) {
        return Optional.ofNullable(defined.get(name.value()));
    }

    /** Those that were made or subscribed to through SNS, by name. */
    Page<TopicDefinition> listDefined(PageRequest page) {
        return Page.of(defined, page);
    }

    /** How many of them are FIFO topics, or are not. */
    int countDefined(boolean fifo) {
        return fifo ? fifoTopics.get() : defined.size() - fifoTopics.get();
    }

    void put(StoredTopic topic) {
        TopicDefinition now = new TopicDefinition(topic.name(), topic.attributes(), true);
        if (defined.put(topic.name().value(), now) == null && now.isFifo()) {
            fifoTopics.incrementAndGet();
        }
    }

    void delete(TopicName name) {
        TopicDefinition former = defined.remove(name.value());
        if (former != null && former.isFifo()) {
            fifoTopics.decrementAndGet();
        }
    }
}
