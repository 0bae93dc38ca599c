package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.callerOf;
import static io.packetboat.identity.TestingIdentity.deny;
import static io.packetboat.identity.TestingIdentity.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsAndPoliciesTest {
    private static final GroupName STAFF = new GroupName("staff");
    private static final PolicyName SEND = new PolicyName("send");
    private static final Permission SENDING =
            Permission.on(Action.parse("sqs:SendMessage"), Arn.parse("arn:aws:sqs:us-east-1:000000000000:orders"));

    @TempDir
    private Path directory;

    private TestingIdentity identity;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
    }

    @Test
    void aGroupsPolicyAppliesToItsMembersAndToNobodyElse() {
        identity.users.createWithoutPassword(NODE, new UserName("ada"));
        identity.users.createWithoutPassword(NODE, new UserName("bob"));
        identity.groups.create(NODE, STAFF);
        identity.policies.put(NODE, SEND, document(allow("sqs:SendMessage", "*")));
        identity.groups.attachPolicy(NODE, STAFF, SEND);
        identity.users.addToGroup(NODE, new UserName("ada"), STAFF);

        assertThat(identity.rights.allows(callerOf("ada"), SENDING)).isTrue();
        assertThat(identity.rights.allows(callerOf("bob"), SENDING)).isFalse();
        assertThat(identity.groups
                        .listMembers(NODE, STAFF, PageRequest.first(5))
                        .items())
                .extracting(user -> user.name().value())
                .containsExactly("ada");

        identity.groups.detachPolicy(NODE, STAFF, SEND);

        assertThat(identity.rights.allows(callerOf("ada"), SENDING)).isFalse();
    }

    @Test
    void aDenyOfTheGroupOutweighsAnAllowOfTheUser() {
        UserName ada = identity.userWith("ada", allow("*", "*"));
        identity.groups.create(NODE, STAFF);
        identity.policies.put(NODE, SEND, document(deny("sqs:SendMessage", "*")));
        identity.groups.attachPolicy(NODE, STAFF, SEND);
        assertThat(identity.rights.allows(callerOf("ada"), SENDING)).isTrue();

        identity.users.addToGroup(NODE, ada, STAFF);

        assertThat(identity.rights.allows(callerOf("ada"), SENDING)).isFalse();
        assertThatThrownBy(() -> identity.rights.require(callerOf("ada"), SENDING.action(), SENDING.resource()))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("sqs:SendMessage")
                .hasMessageContaining("orders");
    }

    @Test
    void aReplacedDocumentAppliesAtOnce() {
        identity.userWith("ada", allow("sqs:SendMessage", "*"));

        identity.policies.put(NODE, new PolicyName("ada-policy"), document(allow("sqs:ReceiveMessage", "*")));

        assertThat(identity.rights.allows(callerOf("ada"), SENDING)).isFalse();
    }

    @Test
    void whoDoesNotExistMayDoNothing() {
        assertThat(identity.rights.allows(callerOf("nobody"), SENDING)).isFalse();
    }

    @Test
    void whatIsInUseIsNotDeleted() {
        UserName ada = identity.userWith("ada", allow("*", "*"));
        identity.groups.create(NODE, STAFF);
        identity.policies.put(NODE, SEND, document(allow("sqs:SendMessage", "*")));
        identity.groups.attachPolicy(NODE, STAFF, SEND);
        identity.users.addToGroup(NODE, ada, STAFF);

        assertThatThrownBy(() -> identity.groups.delete(NODE, STAFF)).isInstanceOf(GroupInUse.class);
        assertThatThrownBy(() -> identity.policies.delete(NODE, SEND)).isInstanceOf(PolicyInUse.class);
        assertThatThrownBy(() -> identity.policies.delete(NODE, new PolicyName("ada-policy")))
                .isInstanceOf(PolicyInUse.class);

        identity.users.removeFromGroup(NODE, ada, STAFF);
        identity.groups.delete(NODE, STAFF);
        identity.policies.delete(NODE, SEND);

        assertThat(identity.groups.list(NODE, PageRequest.first(5)).items()).isEmpty();
        assertThatThrownBy(() -> identity.policies.require(NODE, SEND)).isInstanceOf(PolicyNotFound.class);
    }

    @Test
    void aGroupsNameIsGivenOnce() {
        identity.groups.create(NODE, STAFF);

        assertThatThrownBy(() -> identity.groups.create(NODE, STAFF)).isInstanceOf(GroupNameTaken.class);
    }

    @Test
    void everyMethodNeedsItsRight() {
        identity.userWith("clerk", allow("sqs:*", "*"));
        var clerk = callerOf("clerk");
        var page = PageRequest.first(1);

        assertThatThrownBy(() -> identity.groups.create(clerk, STAFF)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.delete(clerk, STAFF)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.attachPolicy(clerk, STAFF, SEND))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.detachPolicy(clerk, STAFF, SEND))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.require(clerk, STAFF)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.list(clerk, page)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.groups.listMembers(clerk, STAFF, page))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.policies.put(clerk, SEND, document(allow("*", "*"))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.policies.delete(clerk, SEND)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.policies.require(clerk, SEND)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identity.policies.list(clerk, page)).isInstanceOf(AccessDenied.class);
    }
}
