package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Rights that change while receivers wait. */
@ExtendWith(SharedServer.class)
class LongPollIT {
    private final String name = "polled-" + UUID.randomUUID();

    @Test
    void aReceiverWhoseRightIsTakenAwayIsToldSoAndAnotherGoesOn(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        api.createQueue(name);
        api.createUser(name, "Passw0rd-" + name);
        Login key = api.createAccessKey(name);
        api.allow(name, List.of("sqs:ReceiveMessage"), name);
        try (SqsClient user = AwsClients.sync(
                        SqsClient.builder(), server, "http", AwsBasicCredentials.create(key.user(), key.password()));
                SqsClient admin = AwsClients.sync(SqsClient.builder(), server, "http")) {
            String url = admin.getQueueUrl(get -> get.queueName(name)).queueUrl();
            CompletableFuture<ReceiveMessageResponse> losing = longPoll(user, url);
            CompletableFuture<ReceiveMessageResponse> keeping = longPoll(admin, url);
            await().until(() -> api.consumers(name) > 0);

            api.allowNothing(name);

            assertThatThrownBy(losing::join)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .startsWith("AccessDenied"));
            assertThat(keeping.join().messages()).isEmpty();
        } finally {
            api.deleteUser(name);
            api.deleteQueue(name);
        }
    }

    private static CompletableFuture<ReceiveMessageResponse> longPoll(SqsClient sqs, String url) {
        return CompletableFuture.supplyAsync(
                () -> sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20)));
    }
}
