package io.packetboat.aws.operation;

/**
 * What surrounds a request that nobody signed.
 *
 * @param source the remote IP address
 * @param secure whether it came encrypted
 * @param endpoint scheme and authority as the client knows them, {@code http://localhost:4566}
 * @param requestId what the answer carries, for logs
 */
public record Visit(String source, boolean secure, String endpoint, String requestId) {}
