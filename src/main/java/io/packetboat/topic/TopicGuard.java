package io.packetboat.topic;

import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.TopicName;
import io.packetboat.policy.Action;
import java.util.Optional;

/** The rights that commands on topics need, on ARNs such as {@code arn:aws:sns:region:account:name}. */
public record TopicGuard(Rights rights, IdentityConfig config) {

    /** Raises {@link io.packetboat.identity.AccessDenied}. */
    public void require(Caller caller, String action, TopicName topic) {
        require(caller, action, topic.value());
    }

    /** For what may not be there; then only whoever has the right to all topics learns so. */
    public void require(Caller caller, String action, Optional<TopicName> topic) {
        require(caller, action, topic.map(TopicName::value).orElse("*"));
    }

    /** For lists, which are about all topics. */
    public void requireAll(Caller caller, String action) {
        require(caller, action, "*");
    }

    /** Raises {@link io.packetboat.identity.AccessDenied} for a caller without a login, who learns of no topic. */
    public void refuse(Caller stranger, String action) {
        rights.refuse(stranger, Action.parse(action), arn("*"));
    }

    private void require(Caller caller, String action, String name) {
        rights.require(caller, Action.parse(action), arn(name));
    }

    private Arn arn(String name) {
        return Arn.of("sns", config.region(), config.account(), name);
    }
}
