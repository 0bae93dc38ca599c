package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityDirectoryTest {
    private static final UserName ADA = new UserName("ada");

    @TempDir
    private Path directory;

    private TestingIdentity identity;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
    }

    @Test
    void aRefusedChangeIsNotSeenAndTellsNobody() {
        identity.store.answer(InMemoryIdentityStore.Answer.REFUSE);

        assertThatThrownBy(() -> identity.users.createWithoutPassword(NODE, ADA))
                .isInstanceOf(InMemoryIdentityStore.StoreFailed.class);

        assertThat(identity.users.list(NODE, PageRequest.first(1)).items()).isEmpty();
        assertThat(identity.news).isEmpty();
    }

    @Test
    void aChangeWhoseConfirmationWasLostIsSeenByTheNextCommand() {
        identity.store.answer(InMemoryIdentityStore.Answer.LOSE_CONFIRMATION);
        assertThatThrownBy(() -> identity.users.createWithoutPassword(NODE, ADA))
                .isInstanceOf(InMemoryIdentityStore.StoreFailed.class);
        identity.store.answer(InMemoryIdentityStore.Answer.CONFIRM);

        assertThatThrownBy(() -> identity.users.createWithoutPassword(NODE, ADA))
                .isInstanceOf(UserNameTaken.class);

        assertThat(identity.users.require(NODE, ADA).name()).isEqualTo(ADA);
    }

    @Test
    void definitionsAreThereAfterARestart() {
        identity.userWith("ada", TestingIdentity.allow("sqs:*", "*"));
        var before = identity.users.require(NODE, ADA);

        IdentityDirectory restarted = IdentityDirectory.open(identity.store, identity.administrators);

        assertThat(restarted.memory().require(ADA)).isEqualTo(before);
        assertThat(restarted.memory().documentsOf(before)).hasSize(1);
    }

    @Test
    void changesOfAnotherNodeAreSeenAndEndTheLoginsThatTheyRevoke() {
        UserName bob = identity.userWith("bob", TestingIdentity.allow("sqs:*", "*"));
        identity.users.createWithoutPassword(NODE, ADA);
        CreatedAccessKey key = identity.accessKeys.create(NODE, ADA);
        IdentityDirectory other = IdentityDirectory.open(identity.store, identity.administrators);
        identity.news.clear();

        identity.directory.refresh();
        assertThat(identity.news).isEmpty();
        other.change(memory -> List.of(
                new IdentityChange.PutUser(memory.require(bob).withPassword(PasswordHash.NONE)),
                new IdentityChange.PutAccessKey(key.key().withActive(false)),
                new IdentityChange.PutGroup(new Group(new GroupName("staff"), Set.of(), identity.clock.instant()))));
        identity.directory.refresh();

        assertThat(identity.news).containsExactlyInAnyOrder("revoked bob", "revoked ada", "rights");
        assertThat(identity.users.require(NODE, bob).hasPassword()).isFalse();
        assertThat(identity.groups.list(NODE, PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void aDecisionIsMadeAgainWhenAnotherNodeWasFaster() {
        IdentityDirectory other = IdentityDirectory.open(identity.store, identity.administrators);
        AtomicInteger asked = new AtomicInteger();

        identity.directory.change(memory -> {
            if (asked.getAndIncrement() == 0) {
                other.change(theirs -> List.of(user(ADA)));
            }
            return memory.find(ADA).isPresent() ? List.of(user(new UserName("bob"))) : List.of(user(ADA));
        });

        assertThat(asked).hasValue(2);
        assertThat(identity.store.load().users()).hasSize(2);
    }

    private IdentityChange user(UserName name) {
        return new IdentityChange.PutUser(
                new User(name, PasswordHash.NONE, Set.of(), Set.of(), identity.clock.instant()));
    }

    @Test
    void anObserverThatFailsKeepsNoOtherFromTheNews() {
        TestingIdentity other = new TestingIdentity(directory.resolve("other"));
        other.news.clear();
        other.directory.observe(new IdentityObserver() {
            @Override
            public void loginsRevoked(UserName user) {
                throw new IllegalStateException("as the test wants it");
            }

            @Override
            public void rightsChanged() {
                throw new IllegalStateException("as the test wants it");
            }
        });
        other.directory.observe(new IdentityObserver() {
            @Override
            public void loginsRevoked(UserName user) {
                other.news.add("later revoked");
            }

            @Override
            public void rightsChanged() {
                other.news.add("later rights");
            }
        });

        other.users.createWithoutPassword(NODE, ADA);

        assertThat(other.news).containsExactly("rights", "later rights");
    }

    @Test
    void changesAtTheSameTimeDoNotUndoEachOther() {
        identity.users.createWithoutPassword(NODE, ADA);
        IntStream.range(0, 20).forEach(i -> identity.groups.create(NODE, new GroupName("group" + i)));

        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> identity.users.addToGroup(NODE, ADA, new GroupName("group" + i))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(identity.users.require(NODE, ADA).groups()).hasSize(20);
        assertThat(identity.store.load().users().get(0).groups()).hasSize(20);
    }
}
