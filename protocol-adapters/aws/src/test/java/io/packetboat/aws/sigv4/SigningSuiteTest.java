package io.packetboat.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.identity.AccessKeySecret;
import io.packetboat.identity.SigningKey;
import io.packetboat.kernel.UserName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published test suite of Signature Version 4, on its own date and with its own key. */
class SigningSuiteTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
    private static final UserName USER = new UserName("example");
    private static final AccessKeySecret SECRET = new AccessKeySecret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final String KEY_ID = "AKIDEXAMPLE";
    private static final String SCOPE = "20150830/us-east-1/service/aws4_request";

    private final SignatureVerifier verifier = new SignatureVerifier(
            (id, scope) -> id.equals(KEY_ID) ? Optional.of(SigningKey.derive(USER, SECRET, scope)) : Optional.empty(),
            CLOCK);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSignatureInTheHeaderIsRight(Case signed) {
        assertThat(verifier.verify(signed.withHeader(), "service")).isEqualTo(USER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSignatureInTheUrlIsRight(Case signed) {
        assertThat(verifier.verify(signed.withUrl(), "service")).isEqualTo(USER);
    }

    static Stream<Case> cases() {
        try (InputStream in = SigningSuiteTest.class.getResourceAsStream("signing-suite.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Case::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the suite. */
    record Case(
            String name,
            String method,
            String target,
            List<String> headers,
            byte[] body,
            String headerSignature,
            String urlSignature) {

        static Case parse(String line) {
            List<String> parts =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            List<String> headers = Stream.of(parts.get(3).split(" ; "))
                    .filter(header -> !header.isBlank())
                    .toList();
            return new Case(
                    parts.get(0),
                    parts.get(1),
                    asBytes(parts.get(2)),
                    headers,
                    parts.get(4).getBytes(StandardCharsets.UTF_8),
                    parts.get(5),
                    parts.get(6));
        }

        WireRequest withHeader() {
            WireHeaders.Builder all = headers(headers);
            all.add("X-Amz-Date", "20150830T123600Z");
            all.add(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=" + KEY_ID + "/" + SCOPE + ", SignedHeaders="
                            + String.join(";", signedNames("x-amz-date")) + ", Signature=" + headerSignature);
            return request(target, all.build());
        }

        /** The suite signs no hash of the body in a header then. */
        WireRequest withUrl() {
            List<String> others = headers.stream()
                    .filter(header -> !header.startsWith("x-amz-content-sha256"))
                    .toList();
            TreeSet<String> signed = signedNames("host");
            signed.remove("x-amz-content-sha256");
            String signature = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + KEY_ID + "%2F"
                    + SCOPE.replace("/", "%2F")
                    + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=" + String.join("%3B", signed)
                    + "&X-Amz-Expires=3600&X-Amz-Signature=" + urlSignature;
            return request(
                    target + (target.contains("?") ? "&" : "?") + signature,
                    headers(others).build());
        }

        private WireRequest request(String whole, WireHeaders all) {
            int question = whole.indexOf('?');
            String path = question < 0 ? whole : whole.substring(0, question);
            return new WireRequest(method, path, question < 0 ? "" : whole.substring(question + 1), all, body);
        }

        private static WireHeaders.Builder headers(List<String> lines) {
            WireHeaders.Builder all = WireHeaders.builder().add("Host", "example.amazonaws.com");
            for (String line : lines) {
                int colon = line.indexOf(':');
                all.add(line.substring(0, colon), line.substring(colon + 1));
            }
            return all;
        }

        private TreeSet<String> signedNames(String more) {
            TreeSet<String> names = new TreeSet<>(List.of("host"));
            names.add(more);
            headers.forEach(
                    header -> names.add(header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT)));
            return names;
        }

        /** As a server sees it: each character is a byte. */
        private static String asBytes(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
