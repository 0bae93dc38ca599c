package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.Arn;
import org.junit.jupiter.api.Test;

class NotificationLinksTest {
    private final NotificationLinks links = new NotificationLinks(() -> "https://queues.example/aws");

    @Test
    void linksLookAsThoseOfAws() {
        assertThat(links.unsubscribe(Arn.parse("arn:aws:sns:us-east-1:000000000000:prices:1-2")))
                .isEqualTo("https://queues.example/aws/?Action=Unsubscribe"
                        + "&SubscriptionArn=arn:aws:sns:us-east-1:000000000000:prices:1-2");
        assertThat(links.confirm(Arn.parse("arn:aws:sns:us-east-1:000000000000:prices"), "abc"))
                .isEqualTo("https://queues.example/aws/?Action=ConfirmSubscription"
                        + "&TopicArn=arn:aws:sns:us-east-1:000000000000:prices&Token=abc");
    }

    @Test
    void theNamesOfOtherProtocolsTopicsDoNotBreakALink() {
        assertThat(links.unsubscribe(Arn.parse("arn:aws:sns:us-east-1:000000000000:a&b#c%d+e f:1-2")))
                .endsWith("SubscriptionArn=arn:aws:sns:us-east-1:000000000000:a%26b%23c%25d%2Be%20f:1-2");
    }
}
