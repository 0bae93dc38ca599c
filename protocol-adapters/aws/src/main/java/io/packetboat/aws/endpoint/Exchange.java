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
    final RequestBudget.Share share;
    final long startNanos;
    WireRequest request;

    @Nullable
    Protocol protocol;

    @Nullable
    Requested requested;

    @Nullable
    Caller caller;

    /** @param share of the budget that the request takes until its answer has gone */
    Exchange(String requestId, WireRequest request, Client client, RequestBudget.Share share, long startNanos) {
        this.requestId = requestId;
        this.request = request;
        this.client = client;
        this.share = share;
        this.startNanos = startNanos;
    }

    Optional<Api> api() {
        return Optional.ofNullable(requested).map(Requested::api);
    }
}
