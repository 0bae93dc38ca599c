package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.wire.Protocol;
import io.packetboat.aws.wire.Requested;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.kernel.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the chain; filled step by step, by one thread at a time. */
final class Exchange {
    final String requestId;
    final Client client;
    final long startNanos;
    WireRequest request;

    @Nullable
    Protocol protocol;

    @Nullable
    Requested requested;

    @Nullable
    Caller caller;

    Exchange(String requestId, WireRequest request, Client client, long startNanos) {
        this.requestId = requestId;
        this.request = request;
        this.client = client;
        this.startNanos = startNanos;
    }

    Optional<Api> api() {
        return Optional.ofNullable(requested).map(Requested::api);
    }
}
