package io.packetboat.topic;

import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.kernel.TopicName;
import java.util.Optional;

/** Brings the policies of topics to where rights are decided. */
public record TopicPolicies(IdentityDirectory identity, TopicArns arns) {

    public TopicPolicies(IdentityDirectory identity, IdentityConfig config) {
        this(identity, new TopicArns(config.region(), config.account()));
    }

    void show(StoredTopic topic) {
        identity.putResourcePolicy(arns.of(topic.name()), topic.attributes().policy());
    }

    void hide(TopicName name) {
        identity.putResourcePolicy(arns.of(name), Optional.empty());
    }
}
