/**
 * The protocols that AWS SDKs speak, each a codec between HTTP messages and the types of {@code operation}.
 *
 * <p>No service is named here, so that every one can be spoken in every protocol. Codecs are immutable and safe for any
 * number of threads; they read what strangers send, so whatever they build is bounded by the size of the request, in depth
 * and in number. A new protocol is one more {@link io.packetboat.aws.wire.Protocol}.
 */
@NullMarked
package io.packetboat.aws.wire;

import org.jspecify.annotations.NullMarked;
