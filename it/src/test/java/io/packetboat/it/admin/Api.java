package io.packetboat.it.admin;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A client of the API on plain HTTP.
 *
 * @param headers name, value, name, value ... of every request
 */
record Api(PacketboatServer server, List<String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Api asAdmin(PacketboatServer server) {
        return as(server, Admin.USER, Admin.PASSWORD);
    }

    static Api as(PacketboatServer server, String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return withoutLogin(server).with("Authorization", "Basic " + credentials);
    }

    static Api withoutLogin(PacketboatServer server) {
        return new Api(server, List.of());
    }

    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Api(server, more);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** A POST without a body, and without a type of one. */
    Answer post(String path) {
        return send("POST", path, "");
    }

    Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json);
    }

    Answer put(String path) {
        return send("PUT", path, "");
    }

    Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, json);
    }

    Answer send(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The path is one below /api/v1, or starts with a slash and is whole. */
    Answer send(String method, String path, byte[] body) {
        String whole = path.startsWith("/") ? path : "/api/v1/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.port(ServerPort.HTTP) + whole))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
