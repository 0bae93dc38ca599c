package io.packetboat.identity;

import io.packetboat.kernel.Arn;
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
 * The store counts them: what another node changed, or what was committed although its confirmation got lost, is noticed
 * by {@link #refresh} and before every change, and never overwritten unseen. Observers are told after that, outside the
 * lock, and before the command returns.
 */
public final class IdentityDirectory {
    private static final Logger LOG = System.getLogger(IdentityDirectory.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final List<IdentityObserver> observers = new CopyOnWriteArrayList<>();
    private final ResourcePolicies resourcePolicies = new ResourcePolicies();
    private final IdentityStore store;
    private final Administrators administrators;
    private volatile IdentityMemory memory;
    private volatile long version;
    private volatile VerdictCache verdicts = new VerdictCache();

    private IdentityDirectory(IdentityStore store, Administrators administrators, Loaded loaded) {
        this.store = store;
        this.administrators = administrators;
        this.memory = loaded.memory;
        this.version = loaded.version;
    }

    /** Loads all definitions; raises the store's failure when it does not answer. */
    public static IdentityDirectory open(IdentityStore store, Administrators administrators) {
        return new IdentityDirectory(store, administrators, Loaded.from(store));
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

    /**
     * Commits what the decision returns; the decision sees memory as no other change can alter it meanwhile. It is asked
     * again if another node's change came first. Raises {@link LastAdministrator} where nobody would be left to give out
     * rights.
     */
    void change(Function<IdentityMemory, List<IdentityChange>> decision) {
        News news = new News();
        lock.lock();
        try {
            reloadIfChanged(news);
            while (!commit(decision.apply(memory), news)) {
                reloadIfChanged(news);
            }
        } finally {
            lock.unlock();
            tell(news);
        }
    }

    /** Takes over what was changed in the store by others; asks for one number when nothing was. */
    public void refresh() {
        if (store.version() == version) {
            return;
        }
        News news = new News();
        lock.lock();
        try {
            reloadIfChanged(news);
        } finally {
            lock.unlock();
            tell(news);
        }
    }

    private boolean commit(List<IdentityChange> changes, News news) {
        administrators.requireOneAfter(changes, memory);
        Set<UserName> revoked = new LinkedHashSet<>();
        Revocations revocations = new Revocations(memory, revoked);
        changes.forEach(change -> change.applyTo(revocations));
        if (!store.apply(changes, version)) {
            return false;
        }
        changes.forEach(change -> change.applyTo(memory));
        show(memory, version + 1);
        news.changed(revoked);
        return true;
    }

    private void reloadIfChanged(News news) {
        if (store.version() == version) {
            return;
        }
        Loaded loaded = Loaded.from(store);
        Set<UserName> revoked = Revocations.between(memory, loaded.memory);
        show(loaded.memory, loaded.version);
        news.changed(revoked);
    }

    private void show(IdentityMemory known, long at) {
        memory = known;
        version = at;
        verdicts = new VerdictCache();
    }

    private void tell(News news) {
        news.revoked.forEach(user -> tell(observer -> observer.loginsRevoked(user)));
        if (news.isAny) {
            tell(IdentityObserver::rightsChanged);
        }
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

    /** What observers must hear of. */
    private static final class News {
        private final Set<UserName> revoked = new LinkedHashSet<>();
        private boolean isAny;

        void changed(Set<UserName> more) {
            revoked.addAll(more);
            isAny = true;
        }
    }

    /** Everything that is stored, and the version that it is. */
    private record Loaded(IdentityMemory memory, long version) {
        static Loaded from(IdentityStore store) {
            while (true) {
                long before = store.version();
                IdentityMemory memory = IdentityMemory.of(store.load());
                // A change in between may be in one part and not in the other.
                if (store.version() == before) {
                    return new Loaded(memory, before);
                }
            }
        }
    }
}
