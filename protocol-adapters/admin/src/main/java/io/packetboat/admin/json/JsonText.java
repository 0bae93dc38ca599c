package io.packetboat.admin.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bytes to a JSON object: UTF-8 without malformed parts, one object and nothing behind it, no doubled keys. */
final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    static JsonObject parse(byte[] bytes) {
        String text = decode(bytes);
        try {
            requireNothingBehind(text);
            return object(text);
        } catch (JsonParsingException e) {
            throw new MalformedJson(at(e.getLocation()));
        } catch (JsonException | IllegalStateException e) {
            throw new MalformedJson("a field is there twice");
        } catch (RuntimeException e) {
            // Parsson has no type of its own for this; a defect of ours cannot be meant, none of our code runs here.
            throw new MalformedJson("it is nested too deeply");
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("it is not UTF-8");
        }
    }

    /** A reader stops at the end of the object and does not look further; a parser does. */
    private static void requireNothingBehind(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The place alone: the parser's own message may quote what the client sent. */
    private static String at(JsonLocation location) {
        return "error at line %d, column %d".formatted(location.getLineNumber(), location.getColumnNumber());
    }
}
