package io.packetboat.it.monitoring;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the server's HTTP port answered to a GET without a login. */
record Page(int status, String body) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Page of(PacketboatServer server, String path) throws IOException, InterruptedException {
        return of(server, path, "Accept", "*/*");
    }

    static Page of(PacketboatServer server, String path, String header, String value)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.port(ServerPort.HTTP) + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header(header, value)
                .build();
        var response = CLIENT.send(request, BodyHandlers.ofString());
        return new Page(response.statusCode(), response.body());
    }

    /** A request with a made-up Host header, which no HTTP client of the JDK would send. */
    static void knock(PacketboatServer server, String host) throws IOException {
        String request = "GET /" + host + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", server.port(ServerPort.HTTP))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
