package io.packetboat.it.aws;

import io.packetboat.it.Admin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A request that AWS's own signer signed, to be changed before it is sent. */
record SignedRequest(String method, String target, Map<String, String> headers, byte[] body) {
    private static final String FORM = "Action=GetCallerIdentity&Version=2011-06-15";

    /** A form in the body, the signature in a header. */
    static SignedRequest withHeader(URI endpoint) {
        return of(
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint)
                        .putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .build(),
                FORM.getBytes(StandardCharsets.UTF_8),
                AuthLocation.HEADER);
    }

    /** A form and the signature in the URL. */
    static SignedRequest withUrl(URI endpoint) {
        return of(
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(URI.create(endpoint + "/?" + FORM))
                        .build(),
                new byte[0],
                AuthLocation.QUERY_STRING);
    }

    private static SignedRequest of(SdkHttpRequest request, byte[] body, AuthLocation location) {
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> {
                    sign.identity(AwsCredentialsIdentity.create(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY))
                            .request(request)
                            .payload(payload)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                            .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location);
                    if (location == AuthLocation.QUERY_STRING) {
                        sign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5));
                    }
                })
                .request();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        signed.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        // Goes with the body that is really sent.
        headers.remove("Content-Length");
        String query = signed.encodedQueryParameters().map(text -> "?" + text).orElse("");
        String path = signed.encodedPath().isEmpty() ? "/" : signed.encodedPath();
        return new SignedRequest(signed.method().name(), path + query, headers, body);
    }

    SignedRequest withMethod(String other) {
        return new SignedRequest(other, target, headers, body);
    }

    SignedRequest withTarget(String other) {
        return new SignedRequest(method, other, headers, body);
    }

    SignedRequest withBody(String other) {
        return new SignedRequest(method, target, headers, other.getBytes(StandardCharsets.UTF_8));
    }

    SignedRequest withHeader(String name, String value) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new SignedRequest(method, target, changed, body);
    }

    /** The names of the headers that the signature covers. */
    List<String> signedHeaders() {
        String authorization = headers.get("Authorization");
        String names = authorization.substring(authorization.indexOf("SignedHeaders=") + "SignedHeaders=".length());
        return List.of(names.substring(0, names.indexOf(',')).split(";"));
    }

    /** Sends it just so, and returns the whole answer. */
    String send(int port) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        try (Socket socket = new Socket("localhost", port);
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(bytes.toByteArray());
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
