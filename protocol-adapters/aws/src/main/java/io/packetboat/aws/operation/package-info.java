/**
 * What every action of every AWS API is made of: the request's parameters, the call around them, the answer, the errors.
 *
 * <p>Nothing here knows HTTP, JSON, XML or any one service; the codecs of {@code wire} fill and empty these types, and the
 * packages of the services use them. Actions run on the endpoint's event loops and must not block; what must block goes
 * through {@link io.packetboat.aws.operation.BlockingWork}.
 */
@NullMarked
package io.packetboat.aws.operation;

import org.jspecify.annotations.NullMarked;
