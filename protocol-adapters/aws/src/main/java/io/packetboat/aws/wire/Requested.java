package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import java.util.function.Supplier;

/**
 * What a request asks for.
 *
 * @param contentType of the answer
 * @param parameters reads the body, where that has not been done; raises {@link
 *     io.packetboat.aws.operation.RequestRefused} for one that cannot be read
 */
public record Requested(Api api, Operation<?> operation, String contentType, Supplier<Parameters> parameters) {}
