package io.packetboat.queue;

import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.kernel.QueueName;
import java.util.Optional;

/** Brings the policies of queues to where rights are decided. */
public record QueuePolicies(IdentityDirectory identity, QueueArns arns) {

    public QueuePolicies(IdentityDirectory identity, IdentityConfig config) {
        this(identity, new QueueArns(config.region(), config.account()));
    }

    void show(QueueName name, QueueAttributes attributes) {
        identity.putResourcePolicy(arns.of(name), attributes.policy());
    }

    void hide(QueueName name) {
        identity.putResourcePolicy(arns.of(name), Optional.empty());
    }
}
