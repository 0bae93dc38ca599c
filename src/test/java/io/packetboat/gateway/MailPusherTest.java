package io.packetboat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.packetboat.push.PushEntry;
import io.packetboat.push.PushOutcome;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPusherTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final String READER = "reader@example.org";

    private final GreenMail server = new GreenMail(smtp());
    private final Subscription subscription = TestingEntries.subscription("email", READER);
    private Optional<MailPusher> pusher = Optional.empty();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        pusher.ifPresent(MailPusher::stop);
        server.stop();
    }

    private MailPusher pusher(String displayName, SmtpConfig.Security security, String password) {
        SmtpConfig config = new SmtpConfig(
                "127.0.0.1",
                server.getSmtp().getPort(),
                security,
                "no-reply@node.example.org",
                password.isEmpty() ? "" : "node",
                password);
        MailPusher made =
                new MailPusher(Optional.of(config), topic -> displayName, MailPusherTest::standardTrust, CLOCK);
        pusher = Optional.of(made);
        return made;
    }

    private MailPusher pusher() {
        return pusher("", SmtpConfig.Security.NONE, "");
    }

    private static SSLContext standardTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PushOutcome outcome(MailPusher pusher, Subscription subscription, PushEntry entry) {
        return pusher.send(subscription, entry)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private MimeMessage received() {
        assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void aNotificationIsAMailWithItsSubjectAndALinkToUnsubscribe() throws Exception {
        PushEntry entry = TestingEntries.notification(",\"Subject\":\"Preise für heute\"");

        assertThat(outcome(pusher(), subscription, entry)).isEqualTo(new PushOutcome.Delivered(250));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("Preise für heute");
        assertThat(mail.getFrom()[0]).hasToString("AWS Notifications <no-reply@node.example.org>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString(READER);
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + TestingEntries.MESSAGE + "." + TestingEntries.ID + "@node.example.org>");
        assertThat(text(mail))
                .startsWith("Grüße, Ærøskøbing\n\n--\n")
                .contains("\nhttp://localhost:4566/?end\n")
                .doesNotContain("TopicArn");
    }

    @Test
    void aMailWithoutASubjectHasSnsOwnAndTheTopicsNameIsItsSender() throws Exception {
        outcome(pusher("Preise & Kurse", SmtpConfig.Security.NONE, ""), subscription, TestingEntries.notification(""));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("AWS Notification Message");
        assertThat(mail.getFrom()[0]).hasToString("Preise & Kurse <no-reply@node.example.org>");
    }

    @Test
    void aConfirmationHoldsTheLink() throws Exception {
        outcome(pusher(), subscription, TestingEntries.confirmation(PushEntry.Kind.SUBSCRIPTION_CONFIRMATION));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("AWS Notification - Subscription Confirmation");
        assertThat(text(mail)).contains("\n" + TestingEntries.TOPIC + "\n", "\nhttp://localhost:4566/?confirm\n");
    }

    @Test
    void anEndIsConfirmedWithTheWayBack() throws Exception {
        outcome(pusher(), subscription, TestingEntries.confirmation(PushEntry.Kind.UNSUBSCRIBE_CONFIRMATION));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("AWS Notification - Unsubscribe Confirmation");
        assertThat(text(mail)).contains("\n" + TestingEntries.TOPIC + "\n", "\nhttp://localhost:4566/?confirm\n");
    }

    @Test
    void emailJsonHoldsTheEnvelopeAsItIs() throws Exception {
        PushEntry entry = TestingEntries.notification("");

        outcome(pusher(), TestingEntries.subscription("email-json", READER), entry);

        assertThat(text(received()).strip()).isEqualTo(entry.body());
    }

    @Test
    void logsInWhereAUserIsSet() throws Exception {
        server.setUser("node", "s3cret");

        assertThat(outcome(
                        pusher("", SmtpConfig.Security.NONE, "s3cret"), subscription, TestingEntries.notification("")))
                .isEqualTo(new PushOutcome.Delivered(250));

        assertThat(received().getSubject()).isEqualTo("AWS Notification Message");
    }

    @Test
    void aWrongPasswordIsTriedAgainAndToldToNobody() {
        server.setUser("node", "s3cret");

        assertThat(outcome(
                        pusher("", SmtpConfig.Security.NONE, "wr0ng"), subscription, TestingEntries.notification("")))
                .isEqualTo(new PushOutcome.Failed("the mail server does not accept user and password"));

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutTlsWhereTlsIsWantedNothingIsSent() {
        assertThat(outcome(pusher("", SmtpConfig.Security.STARTTLS, ""), subscription, TestingEntries.notification("")))
                .isInstanceOf(PushOutcome.Failed.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        MailPusher away = pusher();
        server.stop();

        assertThat(outcome(away, subscription, TestingEntries.notification(""))).isInstanceOf(PushOutcome.Failed.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a@b, c@d", "A <a@b>", "a b@c", "@b", "a@b@c"})
    void refusesWhatIsNotOneAddress(String address) {
        assertThatThrownBy(() -> pusher().require(new Endpoint.EmailEndpoint(address, false)))
                .isInstanceOf(RuntimeException.class)
                .satisfies(failure ->
                        assertThat(failure.getClass().getSimpleName()).isIn("EndpointRefused", "InvalidValue"));
    }

    @Test
    void refusesEveryAddressWithoutAServer() {
        MailPusher unset = new MailPusher(Optional.empty(), topic -> "", MailPusherTest::standardTrust, CLOCK);
        pusher = Optional.of(unset);

        assertThatThrownBy(() -> unset.require(subscription.endpoint())).isInstanceOf(EndpointRefused.class);
    }

    @Test
    void theConfigurationTellsNoPassword() {
        SmtpConfig config = new SmtpConfig("mail", 25, SmtpConfig.Security.NONE, "node@example.org", "node", "s3cret");

        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "RCPT 550 rejected",
                "RCPT 450 failed",
                "MAIL 550 failed",
                "DATA 554 rejected",
                "DATA 451 failed",
            })
    void judgesWhatTheServerSays(String rule) throws IOException {
        String[] words = rule.split(" ");
        try (TestingSmtpRefusal refusing = new TestingSmtpRefusal(words[0], words[1])) {
            SmtpConfig config =
                    new SmtpConfig("127.0.0.1", refusing.port(), SmtpConfig.Security.NONE, "node@example.org", "", "");
            MailPusher made = new MailPusher(Optional.of(config), topic -> "", MailPusherTest::standardTrust, CLOCK);
            pusher = Optional.of(made);

            PushOutcome outcome = outcome(made, subscription, TestingEntries.notification(""));

            assertThat(outcome)
                    .isInstanceOf(words[2].equals("rejected") ? PushOutcome.Rejected.class : PushOutcome.Failed.class);
            assertThat(outcome.toString()).contains("SMTP status " + words[1]).doesNotContain(READER);
        }
    }

    @Test
    void aSilentServerHoldsNobodyForLongerThanItsPatience() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            SmtpServer server = new SmtpServer(
                    new SmtpConfig(
                            "127.0.0.1", silent.getLocalPort(), SmtpConfig.Security.NONE, "node@example.org", "", ""),
                    java.time.Duration.ofMillis(300),
                    MailPusherTest::standardTrust,
                    CLOCK);

            assertThat(server.send(new Mail("1", "node", READER, "s", "t"))).isInstanceOf(PushOutcome.Failed.class);
        }
    }

    /** Its own patience with a start is two seconds. */
    private static ServerSetup smtp() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }
}
