package io.packetboat.broker.delivery;

import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists and plain values as JSON. */
final class JsonText {
    /** Stands for null in maps and lists. */
    static final Object NULL = new Object();

    private JsonText() {}

    static void append(StringBuilder json, Object value) {
        if (value == NULL || value instanceof Boolean) {
            json.append(value == NULL ? "null" : value);
        } else if (value instanceof Number number) {
            appendNumber(json, number);
        } else if (value instanceof Map<?, ?> map) {
            appendObject(json, map);
        } else if (value instanceof List<?> list) {
            appendArray(json, list);
        } else if (value instanceof byte[] bytes) {
            appendString(json, Base64.getEncoder().encodeToString(bytes));
        } else {
            appendString(json, value.toString());
        }
    }

    /** JSON knows no infinity and no NaN. */
    private static void appendNumber(StringBuilder json, Number number) {
        if (Double.isFinite(number.doubleValue())) {
            json.append(number);
        } else {
            appendString(json, number.toString());
        }
    }

    private static void appendObject(StringBuilder json, Map<?, ?> map) {
        json.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            appendString(json, entry.getKey().toString());
            json.append(':');
            append(json, entry.getValue());
            if (entries.hasNext()) {
                json.append(',');
            }
        }
        json.append('}');
    }

    private static void appendArray(StringBuilder json, List<?> list) {
        json.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            append(json, values.next());
            if (values.hasNext()) {
                json.append(',');
            }
        }
        json.append(']');
    }

    private static void appendString(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
