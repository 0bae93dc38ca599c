package io.packetboat.liberty;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.sqs.SqsApi;
import io.packetboat.aws.sts.StsApi;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Every AWS service that this server speaks. */
@Dependent
class AwsServices {
    private final SqsApi sqs;
    private final StsApi sts;

    @Inject
    AwsServices(SqsApi sqs, StsApi sts) {
        this.sqs = sqs;
        this.sts = sts;
    }

    List<Api> list() {
        return List.of(sqs.api(), sts.api());
    }
}
