package io.packetboat.liberty;

import io.packetboat.aws.endpoint.AwsEndpoint;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.aws.sns.SigningPage;
import io.packetboat.health.OtherListeners;
import io.packetboat.identity.SigningKeys;
import io.packetboat.messaging.LibertyTls;
import io.packetboat.signing.NotificationSignature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
            NotificationSignature signature,
            SigningKeys keys,
            BlockingWork blockingWork,
            Clock clock) {
        return new AwsEndpoint(
                AwsSettings.config(configuration, Runtime.getRuntime().maxMemory()),
                LibertyTls::certificate,
                Stream.concat(services.list().stream(), Stream.of(certificate(signature)))
                        .toList(),
                keys,
                blockingWork,
                clock);
    }

    /** No service, only the page that everybody may fetch. */
    private static Api certificate(NotificationSignature signature) {
        return Api.of("sns-certificate", Optional.empty(), Optional.empty(), ErrorTable.COMMON, List.of())
                .withPages(new SigningPage(signature.certificate()));
    }

    @Produces
    @Singleton
    OtherListeners otherListeners(AwsEndpoint endpoint) {
        return () -> Map.of("aws", endpoint.port());
    }
}
