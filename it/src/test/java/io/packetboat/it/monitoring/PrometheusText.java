package io.packetboat.it.monitoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus' text format 0.0.4: whatever the format forbids fails, also what scrapers forgive.
 *
 * <p>The rules: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
final class PrometheusText {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.*)");
    private static final Pattern TYPE = Pattern.compile("counter|gauge|histogram|summary|untyped");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\n\"])*)\"(?:,|$)");

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> helped = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private String family = "";

    static PrometheusText parse(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("The last line does not end");
        }
        PrometheusText parsed = new PrometheusText();
        text.lines().filter(line -> !line.isEmpty()).forEach(parsed::read);
        return parsed;
    }

    /** The value of one series, its labels sorted and without the scope: {@code name{a="1",b="2"}}. */
    double value(String series) {
        Double value = values.get(series);
        if (value == null) {
            throw new AssertionError("No " + series + " among " + values.keySet());
        }
        return value;
    }

    boolean has(String series) {
        return values.containsKey(series);
    }

    Set<String> series() {
        return values.keySet();
    }

    private void read(String line) {
        if (line.startsWith("# ")) {
            readComment(line);
            return;
        }
        Matcher matcher = SAMPLE.matcher(line);
        require(matcher.matches(), "Not a sample", line);
        String name = matcher.group(1);
        String owner = ownerOf(name);
        require(owner.equals(family), "A sample outside of its family", line);
        String labels = labels(matcher.group(2), line);
        require(
                values.put(name + labels, Double.parseDouble(matcher.group(3).replace("+Inf", "Infinity"))) == null,
                "A series twice",
                line);
    }

    private void readComment(String line) {
        Matcher matcher = COMMENT.matcher(line);
        require(matcher.matches(), "Not a comment of the format", line);
        String name = matcher.group(2);
        enter(name, line);
        if (matcher.group(1).equals("HELP")) {
            require(helped.add(name), "HELP twice", line);
            return;
        }
        require(TYPE.matcher(matcher.group(3)).matches(), "No such type", line);
        require(types.put(name, matcher.group(3)) == null, "TYPE twice", line);
    }

    private void enter(String name, String line) {
        if (name.equals(family)) {
            return;
        }
        closed.add(family);
        require(!closed.contains(name), "The lines of a family are not in one group", line);
        family = name;
    }

    private String ownerOf(String name) {
        if (types.containsKey(name)) {
            return name;
        }
        String stem = name.replaceFirst("_(sum|count|bucket|max)$", "");
        require(types.containsKey(stem), "A sample without a TYPE before it", name);
        return stem;
    }

    private static String labels(String text, String line) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        Map<String, String> labels = new TreeMap<>();
        Matcher matcher = LABEL.matcher(text);
        int end = 0;
        while (matcher.find()) {
            require(labels.put(matcher.group(1), matcher.group(2)) == null, "A label twice", line);
            end = matcher.end();
        }
        require(end == text.length(), "Malformed labels", line);
        labels.remove("mp_scope");
        if (labels.isEmpty()) {
            return "";
        }
        StringBuilder sorted = new StringBuilder("{");
        labels.forEach((label, value) -> sorted.append(sorted.length() == 1 ? "" : ",")
                .append(label)
                .append("=\"")
                .append(value)
                .append('"'));
        return sorted.append('}').toString();
    }

    private static void require(boolean holds, String what, String line) {
        if (!holds) {
            throw new AssertionError(what + ": " + line);
        }
    }
}
