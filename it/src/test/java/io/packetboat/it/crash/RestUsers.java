package io.packetboat.it.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Users made through the admin API, which the database holds. */
final class RestUsers implements Definitions {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(120);
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString((Admin.USER + ":" + Admin.PASSWORD).getBytes(UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String users;

    RestUsers(PacketboatServer server) {
        users = "http://localhost:" + server.port(ServerPort.HTTP) + "/api/v1/users";
    }

    @Override
    public void create(String name) throws IOException, InterruptedException {
        expect(201, ask("POST", "", BodyPublishers.ofString("{\"userName\": \"" + name + "\"}")));
    }

    @Override
    public void delete(String name) throws IOException, InterruptedException {
        expect(204, ask("DELETE", "/" + name, BodyPublishers.noBody()));
    }

    @Override
    public boolean exists(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("GET", "/" + name, BodyPublishers.noBody());
        if (answer.statusCode() == 404) {
            return false;
        }
        expect(200, answer);
        return true;
    }

    @Override
    public void close() {}

    private HttpResponse<String> ask(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(users + path))
                .method(method, body)
                .header("Authorization", LOGIN)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_WITHIN)
                .build();
        return client.send(request, BodyHandlers.ofString(UTF_8));
    }

    private static void expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer + " " + answer.body());
        }
    }
}
