package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.wire.AwsJson;
import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests' parameters from their text. */
final class TestingParameters {
    private TestingParameters() {}

    static Parameters json(String body) {
        WireHeaders headers = WireHeaders.builder()
                .add("X-Amz-Target", "AmazonSQS.SendMessage")
                .build();
        return new AwsJson(List.of(TestingSqs.api()))
                .read(new WireRequest("POST", "/", "", headers, body.getBytes(StandardCharsets.UTF_8)))
                .parameters()
                .get();
    }
}
