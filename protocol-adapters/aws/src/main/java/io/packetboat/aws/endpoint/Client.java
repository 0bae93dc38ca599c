package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.GivenUp;
import java.util.concurrent.CompletableFuture;

/**
 * Who is at the other end of a connection while a request is served.
 *
 * @param source the remote IP address
 * @param secure whether TLS is spoken
 * @param givenUp completes when the request should wait for nothing any more
 */
record Client(String source, boolean secure, CompletableFuture<GivenUp> givenUp) {}
