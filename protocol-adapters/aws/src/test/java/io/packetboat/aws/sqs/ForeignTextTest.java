package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.golden.GoldenFile;
import io.packetboat.aws.golden.TestingWire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Other protocols' messages may hold what SQS's cannot; a receiver's SDK checks the sums of what it reads. */
class ForeignTextTest {
    private final TestingWire wire = new TestingWire(TestingSqs.api());

    @Test
    void jsonCarriesAllButHalfCharactersAndTheSumsAreOfWhatIsRead() throws Exception {
        String answer = wire.answer("ReceiveMessage", request(true, """
                {"QueueUrl":"http://localhost:4566/000000000000/foreign","MessageAttributeNames":["All"]}"""));

        JsonObject message = Json.createReader(new StringReader(bodyOf(answer)))
                .readObject()
                .getJsonArray("Messages")
                .getJsonObject(0);
        assertThat(message.getString("Body")).isEqualTo("half \ufffd control \u0001");
        assertThat(message.getString("MD5OfBody")).isEqualTo(md5("half \ufffd control \u0001"));
        assertThat(message.getJsonObject("MessageAttributes")
                        .getJsonObject("colour")
                        .getString("StringValue"))
                .isEqualTo("half \ufffd control \u0001");
        assertThat(message.getString("MD5OfMessageAttributes")).isEqualTo(md5OfColour("half \ufffd control \u0001"));
    }

    @Test
    void xmlCarriesNoControlCharactersEitherAndTheSumsAreOfWhatIsRead() throws Exception {
        String answer = wire.answer(
                "ReceiveMessage",
                request(
                        false,
                        "QueueUrl=http%3A%2F%2Flocalhost%3A4566%2F000000000000%2Fforeign&MessageAttributeName.1=All"));

        Document message = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(bodyOf(answer))));
        assertThat(text(message, "Body")).isEqualTo("half \ufffd control \ufffd");
        assertThat(text(message, "MD5OfBody")).isEqualTo(md5("half \ufffd control \ufffd"));
        assertThat(text(message, "StringValue")).isEqualTo("half \ufffd control \ufffd");
        assertThat(text(message, "MD5OfMessageAttributes")).isEqualTo(md5OfColour("half \ufffd control \ufffd"));
    }

    private static GoldenFile.Exchange request(boolean json, String body) {
        return new GoldenFile.Exchange("foreign text", json, body, "");
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf('\n') + 1);
    }

    private static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** By the book: name, type and value, each after its length in four bytes, the value after one byte for its kind. */
    private static String md5OfColour(String value) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update("\0\0\0\6colour\0\0\0\6String\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        digest.update((byte) bytes.length);
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }
}
