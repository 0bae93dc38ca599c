/**
 * What every action of every AWS API is made of: the request's parameters, the call around them, the answer, the errors.
 *
 * <p>Nothing here knows HTTP, JSON, XML or any one service; the codecs of {@code wire} fill and empty these types, and the
 * packages of the services use them. Actions run on the endpoint's event loops and must not block; what must block goes
 * through {@link io.packetboat.aws.operation.BlockingWork}.
 *
 * <p>A new service is a package beside {@code sqs} and {@code sts}: one class for each {@link
 * io.packetboat.aws.operation.Operation} (an {@link io.packetboat.aws.operation.OpenOperation} where no signature is
 * needed), an {@link io.packetboat.aws.operation.ErrorTable}, and an {@link io.packetboat.aws.operation.Api} that lists them
 * with signing name, version and namespace; the server's list of services takes it in. Nothing else changes.
 */
@NullMarked
package io.packetboat.aws.operation;

import org.jspecify.annotations.NullMarked;
