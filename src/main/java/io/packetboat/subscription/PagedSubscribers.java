package io.packetboat.subscription;

import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The subscriptions with any of some policies, read page by page as they are asked for. For one thread. */
final class PagedSubscribers implements Iterator<Subscription> {
    private final SubscriptionStore store;
    private final TopicName topic;
    private final Iterator<Optional<PolicyKey>> policies;
    private Optional<PolicyKey> policy = Optional.empty();
    private Optional<String> next = Optional.empty();
    private Iterator<Subscription> page = Collections.emptyIterator();

    PagedSubscribers(SubscriptionStore store, TopicName topic, Iterator<Optional<PolicyKey>> policies) {
        this.store = store;
        this.topic = topic;
        this.policies = policies;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && (next.isPresent() || policies.hasNext())) {
            read();
        }
        return page.hasNext();
    }

    private void read() {
        if (next.isEmpty()) {
            policy = policies.next();
        }
        Page<Subscription> read = store.listWith(topic, policy, new PageRequest(next.orElse(""), PageRequest.MAX_SIZE));
        page = read.items().iterator();
        next = read.next();
    }

    @Override
    public Subscription next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
