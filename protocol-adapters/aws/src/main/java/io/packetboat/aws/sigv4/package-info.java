/**
 * Verifies AWS Signature Version 4, in the Authorization header and in pre-signed URLs, for the services that normalise
 * paths and encode them twice (all but S3).
 *
 * <p>Everything here is pure but {@link io.packetboat.aws.sigv4.SignatureVerifier}, which reads the injected clock and asks
 * {@code identity} for the key; safe for any number of threads, and fast enough for an event loop.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *     request</a>
 */
@NullMarked
package io.packetboat.aws.sigv4;

import org.jspecify.annotations.NullMarked;
