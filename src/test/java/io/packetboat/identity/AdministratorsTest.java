package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.deny;
import static io.packetboat.identity.TestingIdentity.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorsTest {
    private static final UserName ADA = new UserName("ada");
    private static final PolicyName ADAS = new PolicyName("ada-policy");
    private static final GroupName STAFF = new GroupName("staff");
    private static final PolicyName STAFFS = new PolicyName("staff-policy");

    @TempDir
    private Path directory;

    private TestingIdentity identity;

    @BeforeEach
    void oneAdministratorAndAnotherUser() {
        identity = new TestingIdentity(directory);
        identity.userWith("bob", allow("sqs:*", "*"));
        identity.userWith("ada", allow("*", "*"));
    }

    @Test
    void theLastAdministratorIsNotDeleted() {
        assertRefused(() -> identity.users.delete(NODE, ADA));

        assertThat(identity.users.require(NODE, ADA).name()).isEqualTo(ADA);
        assertThat(identity.store.load().users()).hasSize(2);
    }

    @Test
    void theLastAdministratorKeepsItsPolicyAsItIs() {
        assertRefused(() -> identity.users.detachPolicy(NODE, ADA, ADAS));
        assertRefused(() -> identity.policies.put(NODE, ADAS, document(allow("sqs:*", "*"))));
        assertRefused(() ->
                identity.policies.put(NODE, ADAS, document(allow("*", "*") + "," + deny("packetboat:PutPolicy", "*"))));
        assertThatCode(() -> identity.policies.put(NODE, ADAS, document(allow("packetboat:*", "*"))))
                .doesNotThrowAnyException();
    }

    @Test
    void theLastAdministratorIsNotDeniedItsRightsByAnotherPolicyOrGroup() {
        identity.policies.put(NODE, STAFFS, document(deny("packetboat:*", "*")));
        identity.groups.create(NODE, STAFF);
        identity.groups.attachPolicy(NODE, STAFF, STAFFS);

        assertRefused(() -> identity.users.attachPolicy(NODE, ADA, STAFFS));
        assertRefused(() -> identity.users.addToGroup(NODE, ADA, STAFF));
    }

    @Test
    void theGroupThatMakesTheLastAdministratorKeepsItsMemberAndItsPolicy() {
        identity.policies.put(NODE, STAFFS, document(allow("*", "*")));
        identity.groups.create(NODE, STAFF);
        identity.groups.attachPolicy(NODE, STAFF, STAFFS);
        identity.users.addToGroup(NODE, ADA, STAFF);
        identity.users.detachPolicy(NODE, ADA, ADAS);

        assertRefused(() -> identity.users.removeFromGroup(NODE, ADA, STAFF));
        assertRefused(() -> identity.groups.detachPolicy(NODE, STAFF, STAFFS));
    }

    @Test
    void theOnlyKeyOfAnAdministratorWithoutPasswordIsKept() {
        UserName robot = new UserName("robot");
        identity.users.createWithoutPassword(NODE, robot);
        identity.users.attachPolicy(NODE, robot, ADAS);
        AccessKeyId key = identity.accessKeys.create(NODE, robot).key().id();
        identity.users.delete(NODE, ADA);

        assertRefused(() -> identity.accessKeys.deactivate(NODE, robot, key));
        assertRefused(() -> identity.accessKeys.delete(NODE, robot, key));
    }

    @Test
    void whoCannotLogInIsNoAdministrator() {
        UserName robot = new UserName("robot");
        identity.users.createWithoutPassword(NODE, robot);
        identity.users.attachPolicy(NODE, robot, ADAS);

        assertRefused(() -> identity.users.delete(NODE, ADA));
    }

    @Test
    void oneOfTwoAdministratorsMayGo() {
        identity.userWith("eve", allow("*", "*"));

        identity.users.delete(NODE, ADA);

        assertRefused(() -> identity.users.delete(NODE, new UserName("eve")));
    }

    @Test
    void everybodyElseIsChangedFreely() {
        identity.users.delete(NODE, new UserName("bob"));

        assertThat(identity.store.load().users()).hasSize(1);
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        LastAdministrator.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    }
}
