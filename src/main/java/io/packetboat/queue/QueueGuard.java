package io.packetboat.queue;

import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.policy.Action;

/** The rights that commands on queues need, on ARNs such as {@code arn:aws:sqs:region:account:name}. */
record QueueGuard(Rights rights, IdentityConfig config) {

    void require(Caller caller, String action, QueueName queue) {
        require(caller, action, queue.value());
    }

    /** For lists, which are about all queues. */
    void requireAll(Caller caller, String action) {
        require(caller, action, "*");
    }

    /** What it takes to take a message out of a queue for good. */
    void requireRemoval(Caller caller, QueueName queue) {
        require(caller, "sqs:ReceiveMessage", queue);
        require(caller, "sqs:DeleteMessage", queue);
    }

    private void require(Caller caller, String action, String name) {
        rights.require(caller, Action.parse(action), Arn.of("sqs", config.region(), config.account(), name));
    }
}
