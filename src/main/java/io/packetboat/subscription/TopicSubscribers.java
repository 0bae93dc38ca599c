package io.packetboat.subscription;

import io.packetboat.filter.FilterMachine;
import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known in memory of the confirmed subscriptions of one topic, read when it is first asked for. The counts of a
 * topic whose subscriptions are not held may be wrong by those that changed while it was being read.
 *
 * <p>One private lock; reading holds up those who ask for this topic, and nobody else.
 */
final class TopicSubscribers {
    private final Object lock = new Object();
    private final TopicName topic;
    private final SubscriptionStore store;
    private @Nullable Loaded loaded;

    TopicSubscribers(TopicName topic, SubscriptionStore store) {
        this.topic = topic;
        this.store = store;
    }

    boolean isLoaded() {
        synchronized (lock) {
            return loaded != null;
        }
    }

    Iterable<Subscription> matching(MessageAttributes attributes, String body) {
        List<Optional<PolicyKey>> keys = new ArrayList<>();
        synchronized (lock) {
            Loaded now = loaded();
            Set<PolicyKey> accepting = now.machine.matches(attributes, body);
            keys.add(Optional.empty());
            accepting.forEach(key -> keys.add(Optional.of(key)));
            if (now.byPolicy != null) {
                return now.held(keys);
            }
        }
        return () -> new PagedSubscribers(store, topic, keys.iterator());
    }

    long count() {
        synchronized (lock) {
            return loaded().count;
        }
    }

    long countWithPolicy() {
        synchronized (lock) {
            return loaded().withPolicy;
        }
    }

    /** Policies and subscriptions in memory. */
    long held() {
        synchronized (lock) {
            Loaded now = loaded;
            return now == null ? 0 : now.machine.size() + (now.byPolicy == null ? 0 : now.count);
        }
    }

    void changed(Optional<Subscription> former, Optional<Subscription> now) {
        synchronized (lock) {
            if (loaded != null) {
                former.ifPresent(loaded::remove);
                now.ifPresent(loaded::add);
            }
        }
    }

    void forget() {
        synchronized (lock) {
            loaded = null;
        }
    }

    private Loaded loaded() {
        if (loaded == null) {
            loaded = new Loaded();
        }
        return loaded;
    }

    /** All that is held, used under the lock alone. */
    private final class Loaded {
        private final FilterMachine machine = new FilterMachine();
        private @Nullable Map<Optional<PolicyKey>, Map<SubscriptionId, Subscription>> byPolicy;
        private long count;
        private long withPolicy;

        Loaded() {
            for (PolicyUse use : store.policies(topic)) {
                count += use.subscriptions();
                use.filter().ifPresent(filter -> {
                    withPolicy += use.subscriptions();
                    machine.add(filter.policy());
                });
            }
            if (count <= Subscribers.HELD) {
                byPolicy = new HashMap<>();
                readAll();
            }
        }

        private void readAll() {
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                var page = store.list(topic, new PageRequest(next.get(), PageRequest.MAX_SIZE));
                page.items().stream().filter(Subscription::isConfirmed).forEach(subscription -> hold(subscription));
                next = page.next();
            }
        }

        /** False if it was held already: it was committed, then read, and only then told of. */
        private boolean hold(Subscription subscription) {
            return byPolicy == null
                    || byPolicy.computeIfAbsent(subscription.policyKey(), key -> new HashMap<>())
                                    .put(subscription.id(), subscription)
                            == null;
        }

        private boolean release(Subscription subscription) {
            return byPolicy == null
                    || byPolicy.getOrDefault(subscription.policyKey(), Map.of()).remove(subscription.id()) != null;
        }

        Iterable<Subscription> held(List<Optional<PolicyKey>> keys) {
            List<Subscription> matching = new ArrayList<>();
            if (byPolicy != null) {
                for (Optional<PolicyKey> key : keys) {
                    matching.addAll(byPolicy.getOrDefault(key, Map.of()).values());
                }
            }
            return matching;
        }

        void add(Subscription subscription) {
            boolean counts = hold(subscription);
            count += counts ? 1 : 0;
            subscription.attributes().filter().ifPresent(filter -> {
                withPolicy += counts ? 1 : 0;
                machine.add(filter.policy());
            });
            if (count > Subscribers.HELD) {
                byPolicy = null;
            }
        }

        void remove(Subscription subscription) {
            boolean counts = release(subscription);
            count -= counts ? 1 : 0;
            subscription.policyKey().ifPresent(key -> {
                withPolicy -= counts ? 1 : 0;
                if (store.count(topic, key) == 0) {
                    machine.remove(key);
                }
            });
        }
    }
}
