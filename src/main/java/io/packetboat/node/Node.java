package io.packetboat.node;

import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.messaging.ProtocolTraffic;
import io.packetboat.policy.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** This node as a whole; raises {@link io.packetboat.identity.AccessDenied} for callers without the right. */
@ApplicationScoped
public class Node {
    private final String version = BuiltVersion.read();
    private final EmbeddedBroker broker;
    private final Rights rights;
    private final IdentityConfig config;

    @Inject
    public Node(EmbeddedBroker broker, Rights rights, IdentityConfig config) {
        this.broker = broker;
        this.rights = rights;
        this.config = config;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Node() {
        this.broker = null;
        this.rights = null;
        this.config = null;
    }

    /** Version, uptime, memory, disk, connections and rates; zeros for what does not run. */
    @ReadOnly
    public NodeState state(Caller caller) {
        requireRight(caller);
        return new NodeState(version, broker.state());
    }

    /** What went through since the start, by Artemis' name of the protocol. */
    @ReadOnly
    public Map<String, ProtocolTraffic> traffic(Caller caller) {
        requireRight(caller);
        return broker.trafficByProtocol();
    }

    private void requireRight(Caller caller) {
        rights.require(
                caller,
                new Action("packetboat", "GetNode"),
                Arn.of("packetboat", config.region(), config.account(), "node"));
    }
}
