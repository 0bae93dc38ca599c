package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static io.packetboat.identity.TestingIdentity.allow;
import static io.packetboat.identity.TestingIdentity.deny;
import static io.packetboat.identity.TestingIdentity.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.BrokerAccess;
import io.packetboat.broker.BrokerOperation;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerRightsTest {
    private static final UserName ADA = new UserName("ada");
    private static final Caller CALLER = new Caller(ADA, "192.0.2.1", Caller.Door.MESSAGING);
    private static final PolicyName POLICY = new PolicyName("ada-policy");
    private static final BrokerOperation SEND = operation(Verb.SEND, "orders");
    private static final BrokerOperation CONSUME = operation(Verb.CONSUME, "orders");

    @TempDir
    private Path directory;

    private TestingIdentity identity;
    private BrokerAccess access;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
        access = new BrokerRights(
                identity.directory,
                identity.logins,
                identity.rights,
                new BrokerActions(identity.config.region(), identity.config.account()));
    }

    @Test
    void loginsNameTheUserOrNobody() {
        identity.userWith("ada", allow("*", "*"));

        assertThat(access.login("ada", "ada-password", "192.0.2.1")).contains(ADA);
        assertThat(access.login("ada", "wrong", "192.0.2.1")).isEmpty();
    }

    @Test
    void sendingNeedsItsRightOnTheVeryQueue() {
        identity.userWith("ada", allow("sqs:SendMessage", "arn:aws:sqs:*:*:orders"));

        assertThat(access.allows(CALLER, SEND)).isTrue();
        assertThat(access.allows(CALLER, operation(Verb.SEND, "invoices"))).isFalse();
        assertThat(access.allows(CALLER, CONSUME)).isFalse();
        assertThat(access.allows(CALLER, new BrokerOperation(Verb.SEND, "orders", "orders", Routing.MULTICAST)))
                .isFalse();
    }

    @Test
    void consumingNeedsTheRightToDeleteAndBrowsingDoesNot() {
        identity.userWith("ada", allow("sqs:ReceiveMessage", "*"));

        assertThat(access.allows(CALLER, CONSUME)).isFalse();
        assertThat(access.allows(CALLER, operation(Verb.BROWSE, "orders"))).isTrue();

        identity.policies.put(
                NODE, POLICY, document(allow("sqs:ReceiveMessage", "*") + "," + allow("sqs:DeleteMessage", "*")));

        assertThat(access.allows(CALLER, CONSUME)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void anAdministratorMayDoEverythingAndANobodyNothing(Verb verb) {
        identity.userWith("ada", allow("*", "*"));
        identity.users.createWithoutPassword(NODE, new UserName("bob"));
        Caller bob = new Caller(new UserName("bob"), "192.0.2.1", Caller.Door.MESSAGING);

        for (Routing routing : Routing.values()) {
            BrokerOperation operation = new BrokerOperation(verb, "orders", "orders", routing);
            assertThat(access.allows(CALLER, operation)).as("%s", operation).isTrue();
            assertThat(access.allows(bob, operation)).as("%s", operation).isFalse();
        }
    }

    @Test
    void aRememberedVerdictIsDroppedByEveryKindOfChange() {
        identity.userWith("ada", allow("sqs:*", "*"));
        assertThat(access.allows(CALLER, SEND)).isTrue();

        identity.policies.put(NODE, POLICY, document(deny("sqs:*", "*")));
        assertThat(access.allows(CALLER, SEND)).isFalse();

        identity.policies.put(NODE, POLICY, document(allow("sqs:*", "*")));
        assertThat(access.allows(CALLER, SEND)).isTrue();

        identity.users.detachPolicy(NODE, ADA, POLICY);
        assertThat(access.allows(CALLER, SEND)).isFalse();

        identity.users.attachPolicy(NODE, ADA, POLICY);
        assertThat(access.allows(CALLER, SEND)).isTrue();

        identity.users.delete(NODE, ADA);
        assertThat(access.allows(CALLER, SEND)).isFalse();
    }

    @Test
    void verdictsThatDependOnTheSourceAreRememberedForEachSource() {
        identity.userWith(
                "ada",
                allow("sqs:*", "*")
                        .replace("}", ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"192.0.2.0/24\"}}}"));
        Caller elsewhere = new Caller(ADA, "198.51.100.1", Caller.Door.MESSAGING);

        for (int i = 0; i < 3; i++) {
            assertThat(access.allows(CALLER, SEND)).isTrue();
            assertThat(access.allows(elsewhere, SEND)).isFalse();
        }
    }

    @Test
    void verdictsThatDependOnEncryptionAreRememberedForEachKind() {
        identity.userWith(
                "ada",
                allow("sqs:*", "*").replace("}", ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}}"));
        Caller secure = new Caller(ADA, "192.0.2.1", Caller.Door.MESSAGING, true);

        for (int i = 0; i < 3; i++) {
            assertThat(access.allows(secure, SEND)).isTrue();
            assertThat(access.allows(CALLER, SEND)).isFalse();
        }
    }

    @Test
    void verdictsThatChangeWithTheClockAreNotRemembered() {
        identity.userWith(
                "ada",
                allow("sqs:*", "*")
                        .replace("}", ", \"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\": \"2030-01-02\"}}}"));
        assertThat(access.allows(CALLER, SEND)).isTrue();

        identity.clock.advance(Duration.ofDays(2));

        assertThat(access.allows(CALLER, SEND)).isFalse();
    }

    @Test
    void aWildcardSubscriptionIsRefusedIfItReachesADeniedTopic() {
        identity.userWith(
                "ada",
                allow("sns:Subscribe", "arn:aws:sns:*:*:prices*") + ","
                        + deny("sns:Subscribe", "arn:aws:sns:*:*:prices.secret"));

        assertThat(access.allows(CALLER, subscription("prices.eu"))).isTrue();
        assertThat(access.allows(CALLER, subscription("prices.eu.#"))).isTrue();
        assertThat(access.allows(CALLER, subscription("prices.#"))).isFalse();
        assertThat(access.allows(CALLER, subscription("#"))).isFalse();
    }

    private static BrokerOperation operation(Verb verb, String queue) {
        return new BrokerOperation(verb, queue, queue, Routing.ANYCAST);
    }

    private static BrokerOperation subscription(String address) {
        return new BrokerOperation(Verb.CONSUME, address, "my-subscription", Routing.MULTICAST);
    }
}
