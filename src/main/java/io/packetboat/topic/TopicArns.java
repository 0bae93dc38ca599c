package io.packetboat.topic;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TopicName;
import java.util.Optional;

/**
 * The ARNs of this node's topics, both ways.
 *
 * <p>They carry the home region; one of another region means the same topic, since clients of any region are served.
 */
public record TopicArns(Region region, AccountId account) {
    private static final String SERVICE = "sns";

    public Arn of(TopicName name) {
        return Arn.of(SERVICE, region, account, name.value());
    }

    /** The topic that the ARN names; empty for other services and other accounts. */
    public Optional<TopicName> nameIn(Arn arn) {
        boolean ours = arn.partition().equals("aws")
                && arn.service().equals(SERVICE)
                && arn.account().equals(account.value());
        return ours ? Optional.of(new TopicName(arn.resource())) : Optional.empty();
    }
}
