package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.util.List;

/** A store that keeps definitions while the test runs, and fails when it is told to. */
public final class InMemoryIdentityStore implements IdentityStore {
    private IdentityMemory stored = new IdentityMemory();
    private Answer answer = Answer.CONFIRM;
    private long version;

    /** What becomes of the next changes. */
    public enum Answer {
        CONFIRM,
        REFUSE,
        /** The change takes place, and its confirmation is lost. */
        LOSE_CONFIRMATION
    }

    public synchronized void answer(Answer wanted) {
        answer = wanted;
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized Definitions load() {
        return new Definitions(
                List.copyOf(stored.users().values()),
                List.copyOf(stored.groups().values()),
                List.copyOf(stored.accessKeys().values()),
                List.copyOf(stored.policies().values()));
    }

    @Override
    public synchronized boolean apply(List<IdentityChange> changes, long decidedUpon) {
        if (answer == Answer.REFUSE) {
            throw new StoreFailed();
        }
        if (decidedUpon != version) {
            return false;
        }
        IdentityMemory next = IdentityMemory.of(load());
        changes.forEach(change -> change.applyTo(next));
        requireReferences(next);
        stored = next;
        version++;
        if (answer == Answer.LOSE_CONFIRMATION) {
            throw new StoreFailed();
        }
        return true;
    }

    private static void requireReferences(IdentityMemory memory) {
        boolean whole = memory.users().values().stream()
                        .allMatch(user -> user.groups().stream()
                                        .allMatch(group -> memory.groups().containsKey(group.value()))
                                && user.policies().stream()
                                        .allMatch(policy -> memory.policies().containsKey(policy.value())))
                && memory.accessKeys().values().stream()
                        .allMatch(key -> memory.find(key.user()).isPresent());
        if (!whole) {
            throw new StoreFailed();
        }
    }

    /** What a database would raise. */
    static final class StoreFailed extends PacketboatException {
        private static final long serialVersionUID = 1L;

        StoreFailed() {
            super(ErrorKind.UNAVAILABLE, "the store failed as the test wants it");
        }
    }
}
