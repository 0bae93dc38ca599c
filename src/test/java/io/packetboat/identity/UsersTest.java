package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.callerOf;
import static io.packetboat.identity.TestingIdentity.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final UserName ADA = new UserName("ada");
    private static final Password PASSWORD = new Password("correct horse");
    private static final PolicyName READ = new PolicyName("read");
    private static final GroupName STAFF = new GroupName("staff");

    @TempDir
    private Path directory;

    private TestingIdentity identity;
    private Users users;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
        users = identity.users;
    }

    @Test
    void aCreatedUserIsStoredAndFoundWithoutItsPassword() {
        User created = users.create(NODE, ADA, PASSWORD);

        assertThat(users.require(NODE, ADA)).isEqualTo(created);
        assertThat(identity.store.load().users()).containsExactly(created);
        assertThat(created.password().encoded())
                .startsWith("pbkdf2-sha512$1000$")
                .doesNotContain(PASSWORD.value());
        assertThat(created.toString()).doesNotContain(created.password().encoded());
    }

    @Test
    void aNameIsGivenOnce() {
        users.create(NODE, ADA, PASSWORD);

        assertThatThrownBy(() -> users.createWithoutPassword(NODE, ADA))
                .isInstanceOfSatisfying(
                        UserNameTaken.class, e -> assertThat(e.user()).isEqualTo(ADA));
    }

    @Test
    void nobodyHasTheNameOfThoseWithoutALogin() {
        assertThatThrownBy(() -> users.create(NODE, UserName.ANONYMOUS, PASSWORD))
                .isInstanceOf(UserNameReserved.class);
        assertThatThrownBy(() -> users.createWithoutPassword(NODE, UserName.ANONYMOUS))
                .isInstanceOf(UserNameReserved.class);
        assertThat(users.list(NODE, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> users.require(NODE, ADA)).isInstanceOf(UserNotFound.class);
        assertThatThrownBy(() -> users.delete(NODE, ADA)).isInstanceOf(UserNotFound.class);
        assertThatThrownBy(() -> users.changePassword(NODE, ADA, PASSWORD)).isInstanceOf(UserNotFound.class);
        users.create(NODE, ADA, PASSWORD);
        assertThatThrownBy(() -> users.addToGroup(NODE, ADA, STAFF)).isInstanceOf(GroupNotFound.class);
        assertThatThrownBy(() -> users.attachPolicy(NODE, ADA, READ)).isInstanceOf(PolicyNotFound.class);
    }

    @Test
    void aDeletedUserIsGoneWithItsKeysAndItsConnectionsAreToldToEnd() {
        users.create(NODE, ADA, PASSWORD);
        identity.accessKeys.create(NODE, ADA);
        identity.news.clear();

        users.delete(NODE, ADA);

        assertThat(identity.news).containsExactly("revoked ada", "rights");
        assertThat(identity.store.load().users()).isEmpty();
        assertThat(identity.store.load().accessKeys()).isEmpty();
        assertThat(users.list(NODE, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void aChangedPasswordEndsTheConnectionsMadeWithTheFormerOne() {
        users.create(NODE, ADA, PASSWORD);
        identity.news.clear();

        users.changePassword(NODE, ADA, new Password("another horse"));

        assertThat(identity.news).contains("revoked ada");
    }

    @Test
    void attachingAndDetachingIsRepeatableAndEndsNoConnection() {
        users.create(NODE, ADA, PASSWORD);
        identity.groups.create(NODE, STAFF);
        identity.policies.put(NODE, READ, document(allow("sqs:ReceiveMessage", "*")));
        identity.news.clear();

        users.attachPolicy(NODE, ADA, READ);
        users.attachPolicy(NODE, ADA, READ);
        users.addToGroup(NODE, ADA, STAFF);
        User attached = users.require(NODE, ADA);
        users.detachPolicy(NODE, ADA, READ);
        users.detachPolicy(NODE, ADA, READ);
        users.removeFromGroup(NODE, ADA, STAFF);

        assertThat(attached.policies()).containsExactly(READ);
        assertThat(attached.groups()).containsExactly(STAFF);
        assertThat(users.require(NODE, ADA).policies()).isEmpty();
        assertThat(users.require(NODE, ADA).groups()).isEmpty();
        assertThat(identity.news).containsOnly("rights");
    }

    @Test
    void listsArePagedByName() {
        for (String name : new String[] {"eve", "bob", "ada"}) {
            users.createWithoutPassword(NODE, new UserName(name));
        }

        var first = users.list(NODE, PageRequest.first(2));
        var second = users.list(NODE, new PageRequest(first.next().orElseThrow(), 2));

        assertThat(first.items()).extracting(user -> user.name().value()).containsExactly("ada", "bob");
        assertThat(second.items()).extracting(user -> user.name().value()).containsExactly("eve");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void everyMethodNeedsItsRightOnTheVeryUser() {
        identity.userWith("clerk", allow("packetboat:*", "arn:aws:packetboat:*:*:user/other"));
        var clerk = callerOf("clerk");

        assertThatThrownBy(() -> users.create(clerk, ADA, PASSWORD)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.createWithoutPassword(clerk, ADA)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.delete(clerk, ADA)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.changePassword(clerk, ADA, PASSWORD)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.addToGroup(clerk, ADA, STAFF)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.removeFromGroup(clerk, ADA, STAFF)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.attachPolicy(clerk, ADA, READ)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.detachPolicy(clerk, ADA, READ)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.require(clerk, ADA)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> users.list(clerk, PageRequest.first(1))).isInstanceOf(AccessDenied.class);
        assertThat(users.createWithoutPassword(clerk, new UserName("other"))
                        .name()
                        .value())
                .isEqualTo("other");
    }
}
