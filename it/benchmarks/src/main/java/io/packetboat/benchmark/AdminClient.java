package io.packetboat.benchmark;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The admin API as an administrator's script uses it; safe for any number of threads. */
final class AdminClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int FIRST_FAILURE = 300;
    private static final String LOGIN =
            Base64.getEncoder().encodeToString((Admin.USER + ":" + Admin.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;

    AdminClient(PacketboatServer server) {
        this.api = "http://localhost:" + server.port(ServerPort.HTTP) + "/api/v1/";
    }

    /** Reads a path below {@code /api/v1/}. */
    String read(String path) {
        return send(request(path).GET().build());
    }

    /** Makes a queue of a name that needs no escaping. */
    void createQueue(String name) {
        send(request("queues")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"queueName\":\"" + name + "\"}"))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + LOGIN);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new IllegalStateException(request + " was answered with " + response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
