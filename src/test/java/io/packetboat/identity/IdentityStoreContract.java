package io.packetboat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.IdentityChange.DeleteAccessKey;
import io.packetboat.identity.IdentityChange.DeleteGroup;
import io.packetboat.identity.IdentityChange.DeletePolicy;
import io.packetboat.identity.IdentityChange.DeleteUser;
import io.packetboat.identity.IdentityChange.PutAccessKey;
import io.packetboat.identity.IdentityChange.PutGroup;
import io.packetboat.identity.IdentityChange.PutPolicy;
import io.packetboat.identity.IdentityChange.PutUser;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of identity must do. */
public abstract class IdentityStoreContract {
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final PolicyDocument DOCUMENT = PolicyDocument.parse("""
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "sqs:*", "Resource": "*", "Sid": "Ümläute"}}""");
    private static final Policy POLICY = new Policy(new PolicyName("send"), DOCUMENT, THEN);
    private static final Group GROUP = new Group(new GroupName("staff"), Set.of(POLICY.name()), THEN);
    private static final User ADA = new User(
            new UserName("ada"), new PasswordHash("x$1$y$z"), Set.of(GROUP.name()), Set.of(POLICY.name()), THEN);
    private static final AccessKey KEY = new AccessKey(
            new AccessKeyId("AKIAABCDEFGHIJKLMNOP"), ADA.name(), new EncryptedSecret("sealed"), true, THEN);

    /** An empty store. */
    protected abstract IdentityStore store();

    @Test
    void anEmptyStoreHoldsNothing() {
        assertThat(store().load()).isEqualTo(new IdentityStore.Definitions(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void allKindsOfDefinitionsComeBackAsTheyWerePut() {
        IdentityStore store = filled();

        assertThat(store.load())
                .isEqualTo(new IdentityStore.Definitions(List.of(ADA), List.of(GROUP), List.of(KEY), List.of(POLICY)));
    }

    @Test
    void aPutReplacesWhatHasTheSameName() {
        IdentityStore store = filled();
        User changed = ADA.withPassword(PasswordHash.NONE).withoutGroup(GROUP.name());
        AccessKey inactive = KEY.withActive(false);
        Policy replaced = new Policy(POLICY.name(), DOCUMENT, THEN.plusSeconds(60));
        Group plain = GROUP.withoutPolicy(POLICY.name());

        apply(
                store,
                List.of(
                        new PutUser(changed),
                        new PutAccessKey(inactive),
                        new PutPolicy(replaced),
                        new PutGroup(plain)));

        assertThat(store.load())
                .isEqualTo(new IdentityStore.Definitions(
                        List.of(changed), List.of(plain), List.of(inactive), List.of(replaced)));
    }

    @Test
    void aDeletedUserTakesItsKeysAlong() {
        IdentityStore store = filled();

        apply(store, List.of(new DeleteUser(ADA.name())));

        assertThat(store.load())
                .isEqualTo(new IdentityStore.Definitions(List.of(), List.of(GROUP), List.of(), List.of(POLICY)));
    }

    @Test
    void everythingCanBeDeleted() {
        IdentityStore store = filled();

        apply(
                store,
                List.of(
                        new DeleteAccessKey(KEY.id()),
                        new DeleteUser(ADA.name()),
                        new DeleteGroup(GROUP.name()),
                        new DeletePolicy(POLICY.name())));

        assertThat(store.load()).isEqualTo(new IdentityStore.Definitions(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void allChangesAreMadeOrNone() {
        IdentityStore store = filled();
        User impossible = ADA.withGroup(new GroupName("nowhere"));

        assertThatThrownBy(() -> apply(store, List.of(new DeleteAccessKey(KEY.id()), new PutUser(impossible))))
                .isInstanceOfSatisfying(
                        PacketboatException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));

        assertThat(store.load().accessKeys()).containsExactly(KEY);
        assertThat(store.load().users()).containsExactly(ADA);
    }

    @Test
    void namesAreToldApartByCase() {
        IdentityStore store = store();

        apply(
                store,
                List.of(
                        new PutGroup(new Group(new GroupName("staff"), Set.of(), THEN)),
                        new PutGroup(new Group(new GroupName("Staff"), Set.of(), THEN))));

        assertThat(store.load().groups()).hasSize(2);
    }

    @Test
    void everyChangeCountsOneAndARefusedOneNone() {
        IdentityStore store = store();
        long before = store.version();
        apply(store, List.of(new PutPolicy(POLICY), new PutGroup(GROUP)));

        assertThatThrownBy(() -> apply(store, List.of(new PutUser(ADA.withGroup(new GroupName("nowhere"))))))
                .isInstanceOf(PacketboatException.class);

        assertThat(store.version()).isEqualTo(before + 1);
    }

    @Test
    void aChangeThatWasDecidedBeforeAnotherIsNotMade() {
        IdentityStore store = filled();
        long outdated = store.version() - 1;

        assertThat(store.apply(List.of(new DeleteAccessKey(KEY.id())), outdated))
                .isFalse();

        assertThat(store.load().accessKeys()).containsExactly(KEY);
        assertThat(store.version()).isEqualTo(outdated + 1);
    }

    private static void apply(IdentityStore store, List<IdentityChange> changes) {
        assertThat(store.apply(changes, store.version())).isTrue();
    }

    private IdentityStore filled() {
        IdentityStore store = store();
        apply(store, List.of(new PutPolicy(POLICY), new PutGroup(GROUP), new PutUser(ADA), new PutAccessKey(KEY)));
        return store;
    }
}
