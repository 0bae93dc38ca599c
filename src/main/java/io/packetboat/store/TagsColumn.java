package io.packetboat.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/** Tags as one column of JSON: nobody searches for them. */
final class TagsColumn {
    private TagsColumn() {}

    static String text(Map<String, String> tags) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        tags.forEach(object::add);
        return object.build().toString();
    }

    static Map<String, String> values(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            Map<String, String> tags = new HashMap<>();
            object.forEach((key, value) -> tags.put(key, ((JsonString) value).getString()));
            return tags;
        }
    }
}
