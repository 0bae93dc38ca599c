package io.packetboat.policy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads IAM's JSON strictly: an unknown element, a doubled key or an empty list is a mistake, not a matter of taste. */
final class PolicyReader {
    private static final String VERSION = "2012-10-17";
    /** More than any document of the longest length needs; parsers run out of stack on deep nesting. */
    private static final int MAX_BRACKETS = 900;

    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");

    private PolicyReader() {}

    static List<Statement> read(String json) {
        if (json.chars().filter(c -> !Character.isWhitespace(c)).count() > PolicyDocument.MAX_LENGTH
                || json.length() > 4 * PolicyDocument.MAX_LENGTH) {
            throw new PolicyRefused("length", "must not exceed " + PolicyDocument.MAX_LENGTH + " characters");
        }
        JsonObject document = document(json);
        if (!text("Version", document.get("Version")).equals(VERSION)) {
            throw new PolicyRefused("Version", "must be \"" + VERSION + "\"");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonValue entry : entries(document)) {
            String at = "Statement[" + statements.size() + "]";
            statements.add(statement(at, object(at, entry), PolicyKind.OF_USER));
        }
        return statements;
    }

    /** The document's outermost object, with the elements that any policy may have and no others. */
    static JsonObject document(String json) {
        JsonObject document = parse(json);
        refuseUnknown("document", document, DOCUMENT);
        return document;
    }

    /** The statements, of which there may be one without a list around it. */
    static List<JsonValue> entries(JsonObject document) {
        JsonValue value = document.getOrDefault("Statement", JsonValue.NULL);
        List<JsonValue> entries = value instanceof JsonArray array ? array : List.of(value);
        if (entries.isEmpty()) {
            throw new PolicyRefused("Statement", "must hold at least one statement");
        }
        return entries;
    }

    static JsonObject object(String at, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new PolicyRefused(at, "must be an object");
    }

    private static JsonObject parse(String json) {
        if (json.chars().filter(c -> c == '[' || c == '{').count() > MAX_BRACKETS) {
            throw new PolicyRefused("document", "is nested too deeply");
        }
        Map<String, Object> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (JsonReader reader = Json.createReaderFactory(strict).createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            throw new PolicyRefused("document", "is not a JSON object without doubled keys");
        }
    }

    static Statement statement(String at, JsonObject statement, PolicyKind kind) {
        refuseUnknown(at, statement, kind.elements());
        return new Statement(
                effect(at + ".Effect", statement),
                new Statement.Actions(
                        either(at, statement, "Action", ActionPattern::parse), statement.containsKey("NotAction")),
                new Statement.Resources(
                        either(at, statement, "Resource", ResourcePattern::parse),
                        statement.containsKey("NotResource")),
                statement.containsKey("Condition")
                        ? new ConditionReader(kind.textKeys()).read(at + ".Condition", statement.get("Condition"))
                        : List.of());
    }

    private static Effect effect(String at, JsonObject statement) {
        return switch (text(at, statement.get("Effect"))) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new PolicyRefused(at, "must be \"Allow\" or \"Deny\"");
        };
    }

    /** Reads an element or its complement, of which exactly one must be there. */
    private static <T> List<T> either(
            String at, JsonObject statement, String name, BiFunction<String, String, T> parse) {
        String complement = "Not" + name;
        if (statement.containsKey(name) == statement.containsKey(complement)) {
            throw new PolicyRefused(at, "must hold either " + name + " or " + complement);
        }
        String present = statement.containsKey(name) ? name : complement;
        String element = at + "." + present;
        return texts(element, statement.get(present)).stream()
                .map(text -> parse.apply(element, text))
                .toList();
    }

    static void refuseUnknown(String at, JsonObject object, Set<String> known) {
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                throw new PolicyRefused(at, "'" + key + "' is not supported");
            }
        }
    }

    /** One text or a list of texts. */
    static List<String> texts(String at, @Nullable JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            return List.of(text(at, value));
        }
        if (array.isEmpty()) {
            throw new PolicyRefused(at, "must not be empty");
        }
        return array.stream().map(entry -> text(at, entry)).toList();
    }

    static String text(String at, @Nullable JsonValue value) {
        if (!(value instanceof JsonString string)) {
            throw new PolicyRefused(at, "must be given as text");
        }
        if (string.getString().contains("${")) {
            throw new PolicyRefused(at, "policy variables such as ${aws:username} are not supported");
        }
        return string.getString();
    }
}
