package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.Caller.Door;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {
    private static final UserName ADA = new UserName("ada");
    private static final String PASSWORD = "correct horse";
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final LoginOutcome ACCEPTED = new LoginOutcome.Accepted(ADA);
    private static final LoginOutcome REJECTED = new LoginOutcome.Rejected();

    @TempDir
    private Path directory;

    private TestingIdentity identity;
    private Logins logins;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
        logins = identity.logins;
        identity.users.create(NODE, ADA, new Password(PASSWORD));
    }

    @ParameterizedTest(name = "user \"{0}\", password \"{1}\"")
    @CsvSource({
        "ada,   wrong",
        "ada,   ''",
        "ada,   Correct horse",
        "Ada,   correct horse",
        "bob,   correct horse",
        "'',    ''",
        "'',    correct horse",
        "'a b', correct horse"
    })
    void onlyTheRightPairIsAccepted(String user, String password) {
        assertThat(logins.login(user, password, HOME, Door.MESSAGING)).isEqualTo(REJECTED);
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void aUserWithoutPasswordIsNotLetInByAnEmptyOne() {
        identity.users.createWithoutPassword(NODE, new UserName("robot"));

        assertThat(logins.login("robot", "", HOME, Door.MESSAGING)).isEqualTo(REJECTED);
    }

    @Test
    void aTextTooLongForAPasswordIsRefusedUnhashed() {
        assertThat(logins.login("ada", "x".repeat(10_000_000), HOME, Door.MESSAGING))
                .isEqualTo(REJECTED);
        assertThat(logins.login("x".repeat(10_000_000), PASSWORD, HOME, Door.MESSAGING))
                .isEqualTo(REJECTED);
    }

    @Test
    void anActiveAccessKeyLogsItsUserInAndAnInactiveOneDoesNot() {
        CreatedAccessKey key = identity.accessKeys.create(NODE, ADA);
        String id = key.key().id().value();

        assertThat(logins.login(id, key.secret().value(), HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
        assertThat(logins.login(id, "wrong", HOME, Door.MESSAGING)).isEqualTo(REJECTED);
        identity.accessKeys.deactivate(NODE, ADA, key.key().id());
        assertThat(logins.login(id, key.secret().value(), HOME, Door.MESSAGING)).isEqualTo(REJECTED);
    }

    @Test
    void aFormerPasswordIsForgottenAtOnceThoughItWasRemembered() {
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);

        identity.users.changePassword(NODE, ADA, new Password("another horse"));

        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(REJECTED);
        assertThat(logins.login("ada", "another horse", HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void aDeletedUserIsForgottenAtOnceThoughItsPasswordWasRemembered() {
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);

        identity.users.delete(NODE, ADA);

        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(REJECTED);
    }

    @Test
    void failuresThrottleTheirSourceAndUserUntilThePeriodIsOver() {
        fail(3, "ada", HOME);

        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING))
                .isEqualTo(new LoginOutcome.Throttled(Duration.ofMinutes(1)));
        identity.clock.advance(Duration.ofSeconds(59));
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING))
                .isEqualTo(new LoginOutcome.Throttled(Duration.ofSeconds(1)));
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void aRememberedPasswordIsNoWayToGuessFasterThanTheThrottleAllows() {
        assertThat(logins.login("ada", PASSWORD, ELSEWHERE, Door.MESSAGING)).isEqualTo(ACCEPTED);

        fail(3, "ada", HOME);

        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isInstanceOf(LoginOutcome.Throttled.class);
    }

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource({
        "192.0.2.1,                192.0.2.1",
        "::ffff:192.0.2.1,         192.0.2.1",
        "2001:db8:1:2:3:4:5:6,     20010db800010002/64",
        "2001:db8:1:2::9,          20010db800010002/64",
        "2001:db8:1:3::9,          20010db800010003/64",
        "fe80::1%eth0,             fe80000000000000/64",
        "component,                component",
        "::nonsense,               ::nonsense"
    })
    void aHostWithManyAddressesIsOneSource(String source, String expected) {
        assertThat(SourceNetwork.of(source)).isEqualTo(expected);
    }

    @Test
    void theRightfulUserIsNotLockedOutFromAnotherSource() {
        fail(50, "ada", HOME);

        assertThat(logins.login("ada", PASSWORD, ELSEWHERE, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void aSourceThatTriesManyNamesIsThrottledSaveForRememberedPasswordsAndKeys() {
        CreatedAccessKey key = identity.accessKeys.create(NODE, ADA);
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);

        IntStream.range(0, 6).forEach(i -> logins.login("guess" + i, PASSWORD, HOME, Door.MESSAGING));

        assertThat(logins.login("somebody", PASSWORD, HOME, Door.MESSAGING)).isInstanceOf(LoginOutcome.Throttled.class);
        assertThat(logins.login(key.key().id().value(), key.secret().value(), HOME, Door.MESSAGING))
                .isEqualTo(ACCEPTED);
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void aSuccessClearsTheCountOfItsUser() {
        fail(2, "ada", HOME);
        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);

        fail(2, "ada", HOME);

        assertThat(logins.login("ada", PASSWORD, HOME, Door.MESSAGING)).isEqualTo(ACCEPTED);
    }

    @Test
    void guessesAtTheSameTimeGetNoFurtherThanOneAfterTheOther() {
        List<CompletableFuture<LoginOutcome>> guesses = IntStream.range(0, 40)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> logins.login("ada", "guess " + i, HOME, Door.MESSAGING)))
                .toList();

        long looked = guesses.stream()
                .map(CompletableFuture::join)
                .filter(REJECTED::equals)
                .count();

        // Three by the limit, and one more for each further thread that was hashing when the limit was reached.
        assertThat(looked).isBetween(3L, 4L);
    }

    @Test
    void refusalsAreObservedByTheNamesOfUsersThatExistAlone() {
        logins.login("ada", "wrong", HOME, Door.MESSAGING);
        logins.login("hunter2-in-the-wrong-field", "x", ELSEWHERE, Door.MESSAGING);
        logins.login("ada", PASSWORD, HOME, Door.MESSAGING);

        assertThat(identity.refusedLogins)
                .containsExactly(
                        new LoginObserver.RefusedLogin("ada", HOME, Door.MESSAGING, REJECTED),
                        new LoginObserver.RefusedLogin("", ELSEWHERE, Door.MESSAGING, REJECTED));
    }

    private void fail(int times, String user, String source) {
        for (int i = 0; i < times; i++) {
            logins.login(user, "wrong", source, Door.MESSAGING);
        }
    }
}
