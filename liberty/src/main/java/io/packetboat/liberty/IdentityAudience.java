package io.packetboat.liberty;

import io.packetboat.admin.login.Sessions;
import io.packetboat.aws.endpoint.AwsEndpoint;
import io.packetboat.broker.ConnectionControl;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityFollower;
import io.packetboat.identity.IdentityObserver;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Has what is open hear of changed identities: the broker's connections, the console's sessions, the AWS
 * endpoint's long polls.
 */
@Dependent
class IdentityAudience {
    private final IdentityDirectory directory;
    private final EmbeddedBroker broker;
    private final Sessions consoleSessions;
    private final IdentityFollower follower;
    private final AwsEndpoint awsEndpoint;

    @Inject
    IdentityAudience(
            IdentityDirectory directory,
            EmbeddedBroker broker,
            Sessions consoleSessions,
            IdentityFollower follower,
            AwsEndpoint awsEndpoint) {
        this.directory = directory;
        this.broker = broker;
        this.consoleSessions = consoleSessions;
        this.follower = follower;
        this.awsEndpoint = awsEndpoint;
    }

    void listen() {
        directory.observe(new OpenConnections(broker.connectionControl()));
        directory.observe(consoleSessions);
        directory.observe(awsEndpoint.identityObserver());
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
