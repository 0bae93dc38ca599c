package io.packetboat.filter;

import io.packetboat.kernel.messaging.MessageAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of {@code cases.txt}: a policy, a message, and whether the one accepts the other. */
record FilterCase(FilterPolicy policy, MessageAttributes attributes, String body, boolean accepted, String line) {

    static List<FilterCase> all() {
        List<FilterCase> cases = new ArrayList<>();
        String policy = "";
        for (String line : lines()) {
            if (line.startsWith("policy ")) {
                policy = line.substring("policy ".length());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.add(read(policy, line));
            }
        }
        return cases;
    }

    private static List<String> lines() {
        try (InputStream stream = Objects.requireNonNull(FilterCase.class.getResourceAsStream("cases.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilterCase read(String policy, String line) {
        String kind = line.substring(0, line.indexOf(' '));
        String message = line.substring(kind.length() + 1);
        return switch (kind) {
            case "in", "out" ->
                new FilterCase(
                        FilterPolicy.parse(policy, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS),
                        message.equals("-") ? MessageAttributes.NONE : attributes(message),
                        "any body",
                        kind.equals("in"),
                        line);
            case "body-in", "body-out" ->
                new FilterCase(
                        FilterPolicy.parse(policy, FilterScope.MESSAGE_BODY, FilterLimits.AWS),
                        MessageAttributes.NONE,
                        message,
                        kind.equals("body-in"),
                        line);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static MessageAttributes attributes(String message) {
        Map<String, MessageAttributes.Value> values = new LinkedHashMap<>();
        for (String attribute : message.split(" & ", -1)) {
            String[] parts = attribute.split(" ", 3);
            values.put(parts[0], value(parts[1], parts[2]));
        }
        return new MessageAttributes(values);
    }

    private static MessageAttributes.Value value(String type, String text) {
        return type.equals("Binary")
                ? MessageAttributes.Binary.of(Base64.getDecoder().decode(text))
                : new MessageAttributes.Text(type, text);
    }

    @Override
    public String toString() {
        return policy.text() + "  " + line;
    }
}
