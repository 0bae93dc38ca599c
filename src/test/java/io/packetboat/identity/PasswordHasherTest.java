package io.packetboat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private static final Password PASSWORD = new Password("correct horse");

    @Test
    void theSamePasswordIsHashedWithANewSaltEachTime() {
        PasswordHasher hasher = hasher(1_000);

        PasswordHash one = hasher.hash(PASSWORD);
        PasswordHash other = hasher.hash(PASSWORD);

        assertThat(one).isNotEqualTo(other);
        assertThat(hasher.matches(PASSWORD.value(), one)).isTrue();
        assertThat(hasher.matches(PASSWORD.value(), other)).isTrue();
        assertThat(hasher.matches("wrong horse", one)).isFalse();
    }

    @Test
    void anOldHashStillMatchesWhenTheCostWasRaised() {
        PasswordHash old = hasher(1_000).hash(PASSWORD);

        PasswordHasher raised = hasher(2_000);

        assertThat(raised.matches(PASSWORD.value(), old)).isTrue();
        assertThat(raised.hash(PASSWORD).encoded()).startsWith("pbkdf2-sha512$2000$");
    }

    @Test
    void aHashMadeByAnotherProgramMatches() {
        // python3: hashlib.pbkdf2_hmac('sha512', 'correct horse'.encode(), b'0123456789abcdef', 1000, 32)
        PasswordHash foreign = new PasswordHash(
                "pbkdf2-sha512$1000$MDEyMzQ1Njc4OWFiY2RlZg$OM0FAoIqCVK1sWtxDiffVlBejtLa+ks4TP71JiecwuQ");

        assertThat(hasher(1_000).matches(PASSWORD.value(), foreign)).isTrue();
    }

    @Test
    void checkingAnUnknownUserCostsAsManyRoundsAsARealOne() {
        PasswordHasher hasher = hasher(1_234);

        String[] decoy = hasher.decoy().encoded().split("\\$", -1);
        String[] real = hasher.hash(PASSWORD).encoded().split("\\$", -1);

        assertThat(decoy).hasSameSizeAs(real);
        assertThat(decoy[0]).isEqualTo(real[0]);
        assertThat(decoy[1]).isEqualTo(real[1]);
        assertThat(decoy[2]).hasSameSizeAs(real[2]);
        assertThat(decoy[3]).hasSameSizeAs(real[3]);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "plain", "md5$1$x$y", "pbkdf2-sha512$1000$MDEy"})
    void nothingMatchesWhatIsNoHash(String encoded) {
        assertThat(hasher(1_000).matches("", new PasswordHash(encoded))).isFalse();
        assertThat(hasher(1_000).matches(encoded, new PasswordHash(encoded))).isFalse();
    }

    @Test
    void aVerifiedPasswordIsRememberedForItsTimeAndWithItsHashAlone() {
        TestingClock clock = new TestingClock();
        RememberedPasswords remembered = new RememberedPasswords(config(1_000), clock);
        User ada = new User(new UserName("ada"), new PasswordHash("one"), Set.of(), Set.of(), Instant.EPOCH);
        remembered.remember(ada, "secret");

        assertThat(remembered.knows(ada, "secret")).isTrue();
        assertThat(remembered.knows(ada, "Secret")).isFalse();
        assertThat(remembered.knows(ada.withPassword(new PasswordHash("two")), "secret"))
                .isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(remembered.knows(ada, "secret")).isFalse();
    }

    @Test
    void noMorePasswordsAreRememberedThanConfigured() {
        RememberedPasswords remembered = new RememberedPasswords(config(1_000), new TestingClock());
        User ada = new User(new UserName("ada"), new PasswordHash("one"), Set.of(), Set.of(), Instant.EPOCH);

        for (int i = 0; i <= 50; i++) {
            remembered.remember(ada, "secret" + i);
        }

        assertThat(remembered.knows(ada, "secret0")).isFalse();
        assertThat(remembered.knows(ada, "secret1")).isTrue();
        assertThat(remembered.knows(ada, "secret50")).isTrue();
    }

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {0, 7, 129})
    void passwordsHaveEightTo128Characters(int length) {
        assertThatThrownBy(() -> new Password("x".repeat(length))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void secretsAreHiddenInTexts() {
        assertThat(PASSWORD.toString()).doesNotContain("horse");
        assertThat(new PasswordHash("pbkdf2").toString()).doesNotContain("pbkdf2");
        assertThat(new AccessKeySecret("0123456789abcdef").toString()).doesNotContain("0123");
        assertThat(new EncryptedSecret("sealed").toString()).doesNotContain("sealed");
        assertThat(new IdentityConfig.Presets("correct horse", "", "").toString())
                .doesNotContain("horse");
    }

    private static PasswordHasher hasher(int iterations) {
        return new PasswordHasher(config(iterations));
    }

    private static IdentityConfig.Passwords config(int iterations) {
        return new IdentityConfig.Passwords(iterations, 2, Duration.ofMinutes(5), 50);
    }
}
