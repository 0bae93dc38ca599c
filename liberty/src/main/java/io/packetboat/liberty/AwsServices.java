package io.packetboat.liberty;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.sns.SigningPage;
import io.packetboat.aws.sns.SnsApi;
import io.packetboat.aws.sqs.SqsApi;
import io.packetboat.aws.sts.StsApi;
import io.packetboat.signing.NotificationSignature;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Every AWS service that this server speaks. */
@Dependent
class AwsServices {
    private final SqsApi sqs;
    private final SnsApi sns;
    private final StsApi sts;
    private final NotificationSignature signature;

    @Inject
    AwsServices(SqsApi sqs, SnsApi sns, StsApi sts, NotificationSignature signature) {
        this.sqs = sqs;
        this.sns = sns;
        this.sts = sts;
        this.signature = signature;
    }

    List<Api> list() {
        return List.of(sqs.api(), sns.api().withPages(new SigningPage(signature.certificate())), sts.api());
    }
}
