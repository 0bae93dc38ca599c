package io.packetboat.admin.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;

/** Makes values of JSON; {@link jakarta.json.Json} searches the class path for whoever can, anew for each of them. */
public final class JsonValues {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonValues() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    public static JsonNumber number(Number number) {
        return PROVIDER.createValue(number);
    }

    static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }
}
