package io.packetboat.it.admin;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests over TLS, trusting the certificate that the server made for itself. */
final class Encrypted {
    private static final char[] STANDARD_PASSWORD = "packetboat".toCharArray();

    private Encrypted() {}

    static HttpsURLConnection post(PacketboatServer server, String path, String json)
            throws IOException, GeneralSecurityException {
        URI uri = URI.create("https://localhost:" + server.port(ServerPort.HTTPS) + "/api/v1/" + path);
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(trusting(server).getSocketFactory());
        // The certificate names the machine, not localhost.
        connection.setHostnameVerifier((host, session) -> true);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    private static SSLContext trusting(PacketboatServer server) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(server.dataDirectory().resolve("tls/key.p12"))) {
            own.load(file, STANDARD_PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("default"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
