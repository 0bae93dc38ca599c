package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * The server that takes mails.
 *
 * @param from the sender's address
 * @param user empty for a server that asks for none
 */
public record SmtpConfig(String host, int port, Security security, String from, String user, String password) {

    /** How the connection is kept private. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** By the command STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    public SmtpConfig {
        if (host.isEmpty()) {
            throw new InvalidValue("host", "must not be empty");
        }
        requireAddress(from);
    }

    /** Raises {@link InvalidValue} for what is not exactly one mail address. */
    public static String requireAddress(String address) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            if (parsed.getAddress().equals(address) && address.contains("@")) {
                return address;
            }
        } catch (AddressException e) {
            throw new InvalidValue("address", "must be a mail address");
        }
        throw new InvalidValue("address", "must be a mail address");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpConfig[" + host + ":" + port + ", " + security + "]";
    }
}
