package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.delivery.TestingDeliveries;
import org.junit.jupiter.api.Test;

class SendMessageBatchTest {
    private final SendMessageBatch action = new SendMessageBatch(new TestingDeliveries());

    @Test
    void takesOneMebibyteInAll() {
        assertThat(action.read(TestingParameters.json(entries(524_288, 524_288)))
                        .batch()
                        .good())
                .hasSize(2);
    }

    @Test
    void refusesOneByteMoreThanAMebibyteInAll() {
        assertThatThrownBy(() -> action.read(TestingParameters.json(entries(524_288, 524_289))))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(SqsErrors.BATCH_REQUEST_TOO_LONG))
                .hasMessageContaining("You have sent 1048577 bytes.");
    }

    private static String entries(int first, int second) {
        return "{\"Entries\":[{\"Id\":\"a\",\"MessageBody\":\"%s\"},{\"Id\":\"b\",\"MessageBody\":\"%s\"}]}"
                .formatted("x".repeat(first), "y".repeat(second));
    }
}
