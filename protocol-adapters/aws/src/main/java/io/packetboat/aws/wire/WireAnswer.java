package io.packetboat.aws.wire;

import java.util.Map;

/**
 * An HTTP answer but for what every one has: request id, date, length.
 *
 * @param headers besides the content type
 */
public record WireAnswer(int status, String contentType, byte[] body, Map<String, String> headers) {

    WireAnswer(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }
}
