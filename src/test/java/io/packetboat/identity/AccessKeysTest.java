package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.callerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {
    private static final UserName ADA = new UserName("ada");
    private static final UserName BOB = new UserName("bob");

    @TempDir
    private Path directory;

    private TestingIdentity identity;
    private AccessKeys keys;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
        keys = identity.accessKeys;
        identity.users.createWithoutPassword(NODE, ADA);
        identity.users.createWithoutPassword(NODE, BOB);
    }

    @Test
    void aKeyLooksLikeThoseOfAwsAndItsSecretIsStoredEncrypted() {
        CreatedAccessKey created = keys.create(NODE, ADA);

        assertThat(created.key().id().value()).matches("AKIA[A-Z2-7]{16}");
        assertThat(created.secret().value()).matches("[A-Za-z0-9+/]{40}");
        AccessKey stored = identity.store.load().accessKeys().get(0);
        assertThat(stored.secret().encoded()).doesNotContain(created.secret().value());
        assertThat(identity.masterKey.decrypt(stored.secret(), stored.id())).isEqualTo(created.secret());
        assertThat(created.toString()).doesNotContain(created.secret().value());
    }

    @Test
    void aSecretStoredUnderAnotherIdIsNotOpened() {
        CreatedAccessKey one = keys.create(NODE, ADA);
        CreatedAccessKey other = keys.create(NODE, ADA);

        assertThatThrownBy(() -> identity.masterKey.decrypt(
                        one.key().secret(), other.key().id()))
                .isInstanceOf(MasterKeyUnusable.class);
    }

    @Test
    void aUserHasTwoKeysAtMost() {
        keys.create(NODE, ADA);
        AccessKeyId second = keys.create(NODE, ADA).key().id();
        assertThatThrownBy(() -> keys.create(NODE, ADA)).isInstanceOf(AccessKeyLimitReached.class);

        keys.delete(NODE, ADA, second);

        assertThat(keys.create(NODE, ADA).key().active()).isTrue();
    }

    @Test
    void switchingOffAndDeletingEndConnectionsAndSwitchingOnDoesNot() {
        AccessKeyId id = keys.create(NODE, ADA).key().id();
        identity.news.clear();

        keys.deactivate(NODE, ADA, id);
        assertThat(identity.news).contains("revoked ada");
        identity.news.clear();

        keys.activate(NODE, ADA, id);
        assertThat(identity.news).doesNotContain("revoked ada");

        keys.delete(NODE, ADA, id);
        assertThat(identity.news).contains("revoked ada");
    }

    @Test
    void aKeyIsFoundUnderItsOwnUserAlone() {
        AccessKeyId id = keys.create(NODE, ADA).key().id();

        assertThatThrownBy(() -> keys.deactivate(NODE, BOB, id)).isInstanceOf(AccessKeyNotFound.class);
        assertThatThrownBy(() -> keys.delete(NODE, BOB, id)).isInstanceOf(AccessKeyNotFound.class);
        assertThat(keys.list(NODE, BOB, PageRequest.first(5)).items()).isEmpty();
        assertThat(keys.list(NODE, ADA, PageRequest.first(5)).items())
                .extracting(AccessKey::id)
                .containsExactly(id);
    }

    @Test
    void everyMethodNeedsItsRightOnTheVeryUser() {
        AccessKeyId id = keys.create(NODE, ADA).key().id();
        identity.userWith("clerk", allow("packetboat:*", "arn:aws:packetboat:*:*:user/bob"));
        var clerk = callerOf("clerk");

        assertThatThrownBy(() -> keys.create(clerk, ADA)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> keys.activate(clerk, ADA, id)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> keys.deactivate(clerk, ADA, id)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> keys.delete(clerk, ADA, id)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> keys.list(clerk, ADA, PageRequest.first(1))).isInstanceOf(AccessDenied.class);
        assertThat(keys.create(clerk, BOB).key().user()).isEqualTo(BOB);
    }

    @Test
    void theMasterKeyIsForItsOwnerAloneAndIsNeitherReplacedNorMissed() throws IOException {
        Path file = directory.resolve(MasterKey.FILE_NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        keys.create(NODE, ADA);
        IdentityDirectory reopened = IdentityDirectory.open(identity.store, identity.administrators);

        String content = Files.readString(file);
        MasterKey.open(directory, reopened);
        assertThat(Files.readString(file)).isEqualTo(content);

        Files.writeString(file, "A".repeat(43) + "=");
        assertThatThrownBy(() -> MasterKey.open(directory, reopened)).hasMessageContaining("does not open");

        Files.writeString(file, "?");
        assertThatThrownBy(() -> MasterKey.open(directory, reopened)).hasMessageContaining("damaged");

        Files.delete(file);
        assertThatThrownBy(() -> MasterKey.open(directory, reopened)).hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }
}
