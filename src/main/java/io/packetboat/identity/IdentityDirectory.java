package io.packetboat.identity;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.ResourcePolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The definitions of identity: the store behind, a copy in memory before it, and the one way to change both.
 *
 * <p>Changes are serialised by one private lock: decided against memory, committed to the store, then shown in memory.
 * Observers are told after that, outside the lock, and before the command returns.
 */
public final class IdentityDirectory {
    private static final Logger LOG = System.getLogger(IdentityDirectory.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final List<IdentityObserver> observers = new CopyOnWriteArrayList<>();
    private final ResourcePolicies resourcePolicies = new ResourcePolicies();
    private final IdentityStore store;
    private volatile IdentityMemory memory;
    private volatile VerdictCache verdicts = new VerdictCache();
    private boolean storeUncertain;

    private IdentityDirectory(IdentityStore store) {
        this.store = store;
        this.memory = IdentityMemory.of(store.load());
    }

    /** Loads all definitions; raises the store's failure when it does not answer. */
    public static IdentityDirectory open(IdentityStore store) {
        return new IdentityDirectory(store);
    }

    /** Has the observer told of every change from now on. */
    public void observe(IdentityObserver observer) {
        observers.add(observer);
    }

    IdentityMemory memory() {
        return memory;
    }

    /** The verdicts given since the last change. Ask for it before reading what the verdict rests on. */
    VerdictCache verdicts() {
        return verdicts;
    }

    /**
     * Decides from now on with this policy of the resource too, or with none; open connections act by it at once.
     *
     * <p>Kept in memory alone: whoever owns the resource stores its policy, and brings it here at each start.
     */
    public void putResourcePolicy(Arn resource, Optional<ResourcePolicy> policy) {
        if (resourcePolicies.put(resource, policy)) {
            verdicts = new VerdictCache();
            tell(IdentityObserver::rightsChanged);
        }
    }

    ResourcePolicies resourcePolicies() {
        return resourcePolicies;
    }

    /** Commits what the decision returns; the decision sees memory as no other change can alter it meanwhile. */
    void change(Function<IdentityMemory, List<IdentityChange>> decision) {
        Set<UserName> revoked;
        lock.lock();
        try {
            reloadIfUncertain();
            List<IdentityChange> changes = decision.apply(memory);
            revoked = revokedBy(changes);
            commit(changes);
            changes.forEach(change -> change.applyTo(memory));
            verdicts = new VerdictCache();
        } finally {
            lock.unlock();
        }
        revoked.forEach(user -> tell(observer -> observer.loginsRevoked(user)));
        tell(IdentityObserver::rightsChanged);
    }

    private void reloadIfUncertain() {
        if (storeUncertain) {
            memory = IdentityMemory.of(store.load());
            verdicts = new VerdictCache();
            storeUncertain = false;
        }
    }

    private void commit(List<IdentityChange> changes) {
        try {
            store.apply(changes);
        } catch (PacketboatException e) {
            // The commit may have reached the disk although its confirmation was lost.
            storeUncertain = true;
            throw e;
        }
    }

    private Set<UserName> revokedBy(List<IdentityChange> changes) {
        Set<UserName> revoked = new LinkedHashSet<>();
        Revocations revocations = new Revocations(memory, revoked);
        changes.forEach(change -> change.applyTo(revocations));
        return revoked;
    }

    private void tell(Consumer<IdentityObserver> news) {
        for (IdentityObserver observer : observers) {
            try {
                news.accept(observer);
            } catch (RuntimeException e) {
                // The change is committed, and the other observers must still hear of it.
                LOG.log(
                        Level.ERROR,
                        "an observer of identity failed: " + observer.getClass().getName(),
                        e);
            }
        }
    }

    Optional<User> find(UserName user) {
        return memory.find(user);
    }
}
