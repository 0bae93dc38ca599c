package io.packetboat.store;

import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueTags;
import io.packetboat.queue.RedriveAllowPolicy;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/** Values of many parts that fill one column, as JSON: nobody searches for the parts. */
final class QueueColumns {
    private static final String ALL = "all";
    private static final String NONE = "none";

    private QueueColumns() {}

    static String text(QueueTags tags) {
        return TagsColumn.text(tags.values());
    }

    static QueueTags tags(String text) {
        return new QueueTags(TagsColumn.values(text));
    }

    static String text(RedriveAllowPolicy policy) {
        if (policy instanceof RedriveAllowPolicy.ByQueue byQueue) {
            List<String> names =
                    byQueue.sources().stream().map(QueueName::value).toList();
            return Json.createArrayBuilder(names).build().toString();
        }
        return policy instanceof RedriveAllowPolicy.AllowAll ? ALL : NONE;
    }

    static RedriveAllowPolicy redriveAllowPolicy(String text) {
        return switch (text) {
            case ALL -> new RedriveAllowPolicy.AllowAll();
            case NONE -> new RedriveAllowPolicy.DenyAll();
            default -> new RedriveAllowPolicy.ByQueue(names(text));
        };
    }

    private static List<QueueName> names(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonString.class).stream()
                    .map(name -> new QueueName(name.getString()))
                    .toList();
        }
    }
}
