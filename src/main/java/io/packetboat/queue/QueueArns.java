package io.packetboat.queue;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.Region;
import java.util.Optional;

/**
 * The ARNs of this node's queues, both ways.
 *
 * <p>They carry the home region; one of another region means the same queue, since clients of any region are served.
 */
public record QueueArns(Region region, AccountId account) {
    private static final String SERVICE = "sqs";

    public Arn of(QueueName name) {
        return Arn.of(SERVICE, region, account, name.value());
    }

    /** The queue that the ARN names; empty for other services and other accounts. */
    public Optional<QueueName> nameIn(Arn arn) {
        boolean ours = arn.partition().equals("aws")
                && arn.service().equals(SERVICE)
                && arn.account().equals(account.value());
        return ours ? Optional.of(new QueueName(arn.resource())) : Optional.empty();
    }
}
