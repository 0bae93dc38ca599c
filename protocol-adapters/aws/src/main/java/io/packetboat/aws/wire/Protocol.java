package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.ErrorCode;
import java.util.Optional;

/** One way of AWS SDKs to say an action, its parameters, its answer and its errors over HTTP. */
public interface Protocol {

    /** Whether the request is in this protocol, to be told from its head alone. */
    boolean speaks(WireRequest request);

    /** Which action is meant; raises {@link io.packetboat.aws.operation.RequestRefused} for one that does not exist. */
    Requested read(WireRequest request);

    /** An answer in the words of the request's protocol. */
    WireAnswer success(Requested requested, Answer answer, String requestId);

    /**
     * An error in the words of the protocol.
     *
     * @param api where it is known by then
     */
    WireAnswer failure(WireRequest request, Optional<Api> api, ErrorCode code, String message, String requestId);
}
