package io.packetboat.liberty;

import io.packetboat.aws.endpoint.AwsEndpoint;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.health.OtherListeners;
import io.packetboat.identity.SigningKeys;
import io.packetboat.messaging.LibertyTls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** The AWS endpoint with the APIs that it speaks. */
@ApplicationScoped
class AwsWiring {

    @Produces
    @Singleton
    BlockingWork blockingWork() {
        return new BlockingWork();
    }

    @Produces
    @Singleton
    AwsEndpoint awsEndpoint(
            Configuration configuration,
            AwsServices services,
            SigningKeys keys,
            BlockingWork blockingWork,
            Clock clock) {
        return new AwsEndpoint(
                AwsSettings.config(configuration, Runtime.getRuntime().maxMemory()),
                LibertyTls::certificate,
                services.list(),
                keys,
                blockingWork,
                clock);
    }

    @Produces
    @Singleton
    OtherListeners otherListeners(AwsEndpoint endpoint) {
        return () -> Map.of("aws", endpoint.port());
    }
}
