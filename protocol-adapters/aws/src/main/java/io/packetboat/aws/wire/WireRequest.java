package io.packetboat.aws.wire;

/**
 * A whole HTTP request as it came.
 *
 * @param method in capitals
 * @param path not decoded, at least {@code /}
 * @param query what follows the question mark, not decoded; empty where there is none
 * @param body as it was sent, what a signature covers
 * @param content the same, inflated where it was compressed
 */
public record WireRequest(String method, String path, String query, WireHeaders headers, byte[] body, byte[] content) {

    /** A request whose body is not compressed. */
    public WireRequest(String method, String path, String query, WireHeaders headers, byte[] body) {
        this(method, path, query, headers, body, body);
    }

    /** The same with an inflated body. */
    public WireRequest withContent(byte[] inflated) {
        return new WireRequest(method, path, query, headers, body, inflated);
    }
}
