package io.packetboat.liberty;

import io.packetboat.admin.login.Sessions;
import io.packetboat.broker.ConnectionControl;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityFollower;
import io.packetboat.identity.IdentityObserver;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Has what is open hear of changed identities: the broker's connections and the console's sessions. */
@Dependent
class IdentityAudience {
    private final IdentityDirectory directory;
    private final EmbeddedBroker broker;
    private final Sessions consoleSessions;
    private final IdentityFollower follower;

    @Inject
    IdentityAudience(
            IdentityDirectory directory, EmbeddedBroker broker, Sessions consoleSessions, IdentityFollower follower) {
        this.directory = directory;
        this.broker = broker;
        this.consoleSessions = consoleSessions;
        this.follower = follower;
    }

    void listen() {
        directory.observe(new OpenConnections(broker.connectionControl()));
        directory.observe(consoleSessions);
        follower.start();
    }

    void stop() {
        follower.stop();
    }

    /** Makes changes of identity bite on connections that are already open. */
    private record OpenConnections(ConnectionControl control) implements IdentityObserver {
        @Override
        public void loginsRevoked(UserName user) {
            control.loginsRevoked(user);
        }

        @Override
        public void rightsChanged() {
            control.rightsChanged();
        }
    }
}
