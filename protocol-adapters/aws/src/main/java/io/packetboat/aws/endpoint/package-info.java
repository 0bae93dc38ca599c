/**
 * The HTTP server of the AWS APIs: one port, plain and TLS, asynchronous from end to end.
 *
 * <p>Each connection belongs to one event loop and is served one request after the other, so that pipelined requests are
 * answered in order and a client that does not read is not served further. No thread waits for an answer; it may complete
 * on any thread and is written by the connection's own loop. Handlers are used by their loop alone; what connections share
 * ({@code RequestBudget}, {@code OpenConnections}, {@code RequestChain}) is safe for any number of threads.
 */
@NullMarked
package io.packetboat.aws.endpoint;

import org.jspecify.annotations.NullMarked;
