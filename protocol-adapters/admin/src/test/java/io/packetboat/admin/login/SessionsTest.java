package io.packetboat.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.UserName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final UserName ANNA = new UserName("anna");
    private static final UserName BERT = new UserName("bert");

    private final TestingClock clock = new TestingClock();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void tokenStandsForItsUser() {
        SessionToken token = open(ANNA);

        assertThat(sessions.use(token)).contains(ANNA);
        assertThat(sessions.use(SessionToken.random())).isEmpty();
    }

    @Test
    void sessionEndsAfterHalfAnHourWithoutUse() {
        SessionToken token = open(ANNA);

        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.use(token)).contains(ANNA);
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.use(token)).contains(ANNA);
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.use(token)).isEmpty();
    }

    @Test
    void sessionEndsAfterHalfADayHoweverBusy() {
        SessionToken token = open(ANNA);

        for (int i = 1; i < 48; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(sessions.use(token)).contains(ANNA);
        }
        clock.advance(Duration.ofMinutes(15));
        assertThat(sessions.use(token)).isEmpty();
    }

    @Test
    void revokedLoginsEndTheSessionsOfThatUserAlone() {
        SessionToken annas = open(ANNA);
        SessionToken berts = open(BERT);

        sessions.loginsRevoked(ANNA);

        assertThat(sessions.use(annas)).isEmpty();
        assertThat(sessions.use(berts)).contains(BERT);
    }

    @Test
    void loginThatWasCheckedBeforeARevocationOpensNoSession() {
        long before = sessions.revocations();

        sessions.loginsRevoked(ANNA);

        assertThat(sessions.open(ANNA, before)).isEmpty();
    }

    @Test
    void newSessionOverTheBoundEndsTheOneUsedLongestAgoOfTheSameUser() {
        SessionToken berts = open(BERT);
        List<SessionToken> annas = new ArrayList<>();
        for (int i = 0; i < Sessions.MAX_PER_USER; i++) {
            clock.advance(Duration.ofSeconds(1));
            annas.add(open(ANNA));
        }
        clock.advance(Duration.ofSeconds(1));
        sessions.use(annas.get(0));

        open(ANNA);

        assertThat(sessions.use(annas.get(0))).contains(ANNA);
        assertThat(sessions.use(annas.get(1))).isEmpty();
        assertThat(sessions.use(berts)).contains(BERT);
    }

    @Test
    void allSessionsTogetherAreBounded() {
        SessionToken first = open(ANNA);

        for (int i = 0; i < Sessions.MAX; i++) {
            clock.advance(Duration.ofMillis(1));
            open(new UserName("user" + i / Sessions.MAX_PER_USER));
        }

        assertThat(sessions.use(first)).isEmpty();
    }

    @Test
    void tokensShowNothingInLogs() {
        SessionToken token = SessionToken.random();

        assertThat(token.value()).hasSize(43);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    private SessionToken open(UserName user) {
        return sessions.open(user, sessions.revocations()).orElseThrow();
    }
}
