package io.packetboat.gateway;

import io.packetboat.push.PushOutcome;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Hands mails to an SMTP server, each on a connection of its own, and waits for the answer. */
final class SmtpServer {
    private final SmtpConfig config;
    private final Duration patience;
    private final Supplier<SSLContext> trust;
    private final Clock clock;

    /**
     * @param patience for each answer
     * @param trust by which the server's certificate is checked
     */
    SmtpServer(SmtpConfig config, Duration patience, Supplier<SSLContext> trust, Clock clock) {
        this.config = config;
        this.patience = patience;
        this.trust = trust;
        this.clock = clock;
    }

    /** Blocks until the server has taken the mail, or has not. */
    PushOutcome send(Mail mail) {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport()) {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.user().isEmpty() ? null : config.user(),
                    config.user().isEmpty() ? null : config.password());
            Message message = message(session, mail);
            transport.sendMessage(message, message.getAllRecipients());
            return new PushOutcome.Delivered(SmtpRefusal.TAKEN);
        } catch (AuthenticationFailedException e) {
            return new PushOutcome.Failed("the mail server does not accept user and password");
        } catch (MessagingException e) {
            return SmtpRefusal.outcomeOf(e);
        }
    }

    private Properties properties() {
        boolean fromTheStart = config.security() == SmtpConfig.Security.TLS;
        String protocol = fromTheStart ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(patience.toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put("mail.from", config.from());
        properties.put(prefix + "auth", Boolean.toString(!config.user().isEmpty()));
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "allowutf8", "false");
        boolean secure = config.security() != SmtpConfig.Security.NONE;
        if (secure) {
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "ssl.socketFactory", trust.get().getSocketFactory());
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", Boolean.toString(!fromTheStart));
        }
        return properties;
    }

    private Message message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender(mail));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.receiver(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Tells other machines not to answer, RFC 3834.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setDataHandler(new DataHandler(
                new ByteArrayDataSource(mail.text().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.id() + domain() + ">");
        return message;
    }

    private InternetAddress sender(Mail mail) throws MessagingException {
        try {
            return new InternetAddress(config.from(), mail.sender(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** Of the sender's address, with its at sign. */
    private String domain() {
        return config.from().substring(config.from().lastIndexOf('@'));
    }
}
