package io.packetboat.fanout;

import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;

/** A JSON object as SNS writes it: a member a line, in the order in which they were added. Not safe for threads. */
public final class JsonMembers {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final List<String> lines = new ArrayList<>();

    /** Adds a text. */
    public JsonMembers add(String name, String value) {
        return addJson(name, quoted(value));
    }

    /** Adds a value that is JSON already. */
    JsonMembers addJson(String name, String json) {
        lines.add("  " + quoted(name) + " : " + json);
        return this;
    }

    static String quoted(String text) {
        return JSON.createValue(text).toString();
    }

    /** The JSON text. */
    public String text() {
        return "{\n" + String.join(",\n", lines) + "\n}";
    }
}
