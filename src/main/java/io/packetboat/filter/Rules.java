package io.packetboat.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.Patterns;

/**
 * The policies of one scope in one automaton.
 *
 * <p>Event-ruler lets messages be matched while policies change and then misses some, which here would be a message that a
 * subscriber never gets; so matches wait for a change, which takes microseconds.
 */
final class Rules {
    /** Event-ruler never forgets the name of a rule, so it is built anew after so many removals. */
    private static final int REMOVALS = 10_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<PolicyKey, FilterPolicy> policies = new HashMap<>();
    private GenericMachine<PolicyKey> machine = build(List.of());
    private int removals;

    synchronized void add(FilterPolicy policy) {
        if (policies.putIfAbsent(policy.key(), policy) == null) {
            List<Map<String, List<Patterns>>> branches = policy.branches();
            exclusively(() -> branches.forEach(branch -> machine.addPatternRule(policy.key(), branch)));
        }
    }

    synchronized void remove(PolicyKey key) {
        FilterPolicy policy = policies.remove(key);
        if (policy == null) {
            return;
        }
        removals++;
        if (policies.isEmpty() || removals > Math.max(REMOVALS, policies.size())) {
            // Readers go on with the old one meanwhile, which still knows the removed policy.
            GenericMachine<PolicyKey> fresh = build(policies.values());
            exclusively(() -> machine = fresh);
            removals = 0;
            return;
        }
        List<Map<String, List<Patterns>>> branches = policy.branches();
        exclusively(() -> branches.forEach(branch -> machine.deletePatternRule(key, branch)));
    }

    synchronized int size() {
        return policies.size();
    }

    Set<PolicyKey> matches(JsonNode document) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return Set.copyOf(machine.rulesForJSONEvent(document));
        } finally {
            reading.unlock();
        }
    }

    boolean isEmpty() {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return machine.isEmpty();
        } finally {
            reading.unlock();
        }
    }

    private static GenericMachine<PolicyKey> build(Collection<FilterPolicy> policies) {
        GenericMachine<PolicyKey> machine = GenericMachine.<PolicyKey>builder().build();
        for (FilterPolicy policy : policies) {
            policy.branches().forEach(branch -> machine.addPatternRule(policy.key(), branch));
        }
        return machine;
    }

    private void exclusively(Runnable change) {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            change.run();
        } finally {
            writing.unlock();
        }
    }
}
