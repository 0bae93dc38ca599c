package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566/000000000000/orders.fifo",
                "https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo",
                "http://localhost:4566/queue/orders.fifo",
                "http://localhost:4566/orders.fifo",
                "http://localhost:4566/000000000000/orders.fifo/",
                "/000000000000/orders.fifo"
            })
    void anyStyleOfPathNamesTheQueue(String url) {
        assertThat(new QueueUrl(Optional.of(url)).queue(callTo("/")).value()).isEqualTo("orders.fifo");
    }

    @Test
    void aNameWithASlashIsEscaped() {
        assertThat(new QueueUrl(Optional.of("http://localhost/000000000000/a%2Fb%20c"))
                        .queue(callTo("/"))
                        .value())
                .isEqualTo("a/b c");
    }

    @Test
    void oldClientsSendTheRequestToTheQueueItself() {
        assertThat(new QueueUrl(Optional.empty())
                        .queue(callTo("/000000000000/orders"))
                        .value())
                .isEqualTo("orders");
    }

    @Test
    void aSlashInTheNameOfAQueueThatARequestIsSentToNamesNoOtherQueue() {
        assertThat(new QueueUrl(Optional.empty())
                        .queue(callTo("/000000000000/a%2Fb%20c"))
                        .value())
                .isEqualTo("a/b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "http://localhost:4566",
                "http://localhost:4566/",
                "http://h/0/a%00b",
                "http://h/%3A%3A"
            })
    void whatIsNoUrlOfAQueueIsRefused(String url) {
        assertThatThrownBy(() -> new QueueUrl(Optional.of(url)).queue(callTo("/")))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(SqsErrors.INVALID_ADDRESS));
    }

    private static Call callTo(String path) {
        return new Call(
                new Caller(new UserName("alice"), "127.0.0.1", Caller.Door.AWS),
                "http://localhost:4566",
                path,
                "id",
                new CompletableFuture<>());
    }
}
