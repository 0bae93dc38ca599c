package io.packetboat.gateway;

import io.packetboat.push.PushOutcome;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a mail server did not take a mail: its permanent refusal of the receiver or of the contents is final,
 * while trouble with the connection, the login or the sender is the operator's to mend, and the mail waits for that.
 */
final class SmtpRefusal {
    /** The reply to a mail that was taken. */
    static final int TAKEN = 250;

    private SmtpRefusal() {}

    static PushOutcome outcomeOf(MessagingException failure) {
        OptionalInt status = OptionalInt.empty();
        for (@Nullable Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException refused) {
                status = OptionalInt.of(refused.getReturnCode());
                break;
            }
            if (e instanceof SMTPSendFailedException refused) {
                if (isOfSender(refused)) {
                    return new PushOutcome.Failed("SMTP status " + refused.getReturnCode() + " for the sender");
                }
                status = OptionalInt.of(refused.getReturnCode());
            }
        }
        if (status.isEmpty()) {
            return new PushOutcome.Failed("the mail server cannot be reached, or does not speak as configured");
        }
        String why = "SMTP status " + status.getAsInt();
        return status.getAsInt() >= 500 ? new PushOutcome.Rejected(why) : new PushOutcome.Failed(why);
    }

    private static boolean isOfSender(SMTPSendFailedException refused) {
        return refused.getCommand() != null && refused.getCommand().startsWith("MAIL");
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
