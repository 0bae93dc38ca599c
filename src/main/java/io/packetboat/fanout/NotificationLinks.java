package io.packetboat.fanout;

import io.packetboat.kernel.Arn;
import io.packetboat.signing.SigningCertificate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The addresses in notifications, all of this node's AWS endpoint.
 *
 * @param base how subscribers reach the endpoint, without a slash at its end; asked for each link, and may raise {@link
 *     io.packetboat.broker.BrokerUnavailable} while that is not known
 */
public record NotificationLinks(Supplier<String> base) {

    /** Confirms a subscription. */
    public String confirm(Arn topic, String token) {
        return base.get() + "/?Action=ConfirmSubscription&TopicArn=" + encoded(topic) + "&Token=" + token;
    }

    /** Ends a subscription. */
    public String unsubscribe(Arn subscription) {
        return base.get() + "/?Action=Unsubscribe&SubscriptionArn=" + encoded(subscription);
    }

    /** Shows the certificate by which signatures are checked. */
    public String certificate(SigningCertificate certificate) {
        return base.get() + "/" + certificate.fileName();
    }

    /** Topics of other protocols may have any name; colons stay, as AWS leaves them. */
    private static String encoded(Arn arn) {
        return URLEncoder.encode(arn.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
