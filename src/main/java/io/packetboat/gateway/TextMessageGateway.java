package io.packetboat.gateway;

import io.packetboat.push.HttpPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The operator's HTTP gateway to telephones.
 *
 * @param authorization the header of that name; empty for none
 */
public record TextMessageGateway(URI uri, String authorization) {

    HttpPost post(TextMessage message) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return new HttpPost(uri, headers, message.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "TextMessageGateway[" + uri.getHost() + "]";
    }
}
