package io.packetboat.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@code Condition} block; refuses every operator and key that is not listed here. */
record ConditionReader(Set<TextKey> textKeys) {
    private static final String SOURCE = "aws:sourceip";
    private static final String SECURE = "aws:securetransport";
    private static final String TIME = "aws:currenttime";

    List<Condition> read(String at, @Nullable JsonValue value) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonValue> operator : object(at, value).entrySet()) {
            String inside = at + "." + operator.getKey();
            for (Map.Entry<String, JsonValue> key :
                    object(inside, operator.getValue()).entrySet()) {
                conditions.add(condition(inside, operator.getKey(), key.getKey(), key.getValue()));
            }
        }
        return conditions;
    }

    private static JsonObject object(String at, @Nullable JsonValue value) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            return object;
        }
        throw new PolicyRefused(at, "must be an object that is not empty");
    }

    private Condition condition(String at, String operator, String key, JsonValue value) {
        return switch (operator) {
            case "StringEquals" -> text(at, key, value, new Comparison(false, false, false));
            case "StringNotEquals" -> text(at, key, value, new Comparison(false, false, true));
            case "StringEqualsIgnoreCase" -> text(at, key, value, new Comparison(false, true, false));
            case "StringNotEqualsIgnoreCase" -> text(at, key, value, new Comparison(false, true, true));
            case "StringLike" -> text(at, key, value, new Comparison(true, false, false));
            case "StringNotLike" -> text(at, key, value, new Comparison(true, false, true));
            case "ArnEquals", "ArnLike" -> actedFor(at, key, value, false);
            case "ArnNotEquals", "ArnNotLike" -> actedFor(at, key, value, true);
            case "IpAddress" -> source(at, key, value, false);
            case "NotIpAddress" -> source(at, key, value, true);
            case "Bool" -> secure(at, key, value);
            case "DateLessThan" -> time(at, key, value, Condition.Order.BEFORE);
            case "DateLessThanEquals" -> time(at, key, value, Condition.Order.BEFORE_OR_AT);
            case "DateGreaterThan" -> time(at, key, value, Condition.Order.AFTER);
            case "DateGreaterThanEquals" -> time(at, key, value, Condition.Order.AFTER_OR_AT);
            default -> throw new PolicyRefused(at, "this condition operator is not supported");
        };
    }

    private Condition text(String at, String key, JsonValue value, Comparison comparison) {
        TextKey asked = textKey(at, key);
        List<Glob> patterns = PolicyReader.texts(at, value).stream()
                .map(text -> comparison.glob(at, text))
                .toList();
        return new Condition.Text(asked, patterns, comparison.ignoreCase, comparison.negated);
    }

    /** IAM gives {@code ArnEquals} and {@code ArnLike} one meaning. */
    private Condition actedFor(String at, String key, JsonValue value, boolean negated) {
        if (textKey(at, key) != TextKey.SOURCE_ARN) {
            throw refused(at, key);
        }
        return new Condition.ActedFor(
                PolicyReader.texts(at, value).stream()
                        .map(text -> ArnPattern.parse(at, text))
                        .toList(),
                negated);
    }

    private TextKey textKey(String at, String key) {
        return TextKey.find(key).filter(textKeys::contains).orElseThrow(() -> refused(at, key));
    }

    private static Condition source(String at, String key, JsonValue value, boolean negated) {
        require(at, key, SOURCE);
        return new Condition.CameFrom(
                PolicyReader.texts(at, value).stream()
                        .map(text -> AddressRange.parse(at, text))
                        .toList(),
                negated);
    }

    private static Condition secure(String at, String key, JsonValue value) {
        require(at, key, SECURE);
        JsonValue single = value instanceof JsonArray array && array.size() == 1 ? array.get(0) : value;
        if (single.equals(JsonValue.TRUE) || single.equals(JsonValue.FALSE)) {
            return new Condition.Encrypted(single.equals(JsonValue.TRUE));
        }
        return switch (PolicyReader.texts(at, single).get(0).toLowerCase(Locale.ROOT)) {
            case "true" -> new Condition.Encrypted(true);
            case "false" -> new Condition.Encrypted(false);
            default -> throw new PolicyRefused(at, "must be true or false");
        };
    }

    private static Condition time(String at, String key, JsonValue value, Condition.Order order) {
        require(at, key, TIME);
        return new Condition.Time(
                order,
                PolicyReader.texts(at, value).stream()
                        .map(text -> moment(at, text))
                        .toList());
    }

    /** A date alone means its first moment in UTC. */
    private static Instant moment(String at, String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new PolicyRefused(at, "'" + text + "' must look like 2030-01-31T12:00:00Z or 2030-01-31");
        }
    }

    private static void require(String at, String key, String supported) {
        // IAM compares condition keys without regard to case.
        if (!key.toLowerCase(Locale.ROOT).equals(supported)) {
            throw refused(at, key);
        }
    }

    private static PolicyRefused refused(String at, String key) {
        return new PolicyRefused(at, "the condition key '" + key + "' is not supported with this operator");
    }

    /** How a string operator compares. */
    private record Comparison(boolean like, boolean ignoreCase, boolean negated) {
        Glob glob(String at, String text) {
            if (!like && (text.contains("*") || text.contains("?"))) {
                throw new PolicyRefused(at, "'" + text + "' would match nothing; wildcards need StringLike");
            }
            return ignoreCase ? Glob.ignoringCase(text) : new Glob(text);
        }
    }
}
