package io.packetboat.admin.monitoring;

import io.packetboat.figure.Family;
import io.packetboat.figure.Sample;
import io.packetboat.figure.Snapshot;
import java.util.Locale;

/**
 * Figures in Prometheus' text format 0.0.4. Pure.
 *
 * <p>The rules: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
final class TextFormat {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private TextFormat() {}

    static String of(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (Family family : snapshot.families()) {
            text.append("# HELP ").append(family.name()).append(' ').append(family.help());
            text.append("\n# TYPE ").append(family.name()).append(' ');
            text.append(family.kind().name().toLowerCase(Locale.ROOT)).append('\n');
            family.samples().forEach(sample -> append(text, family.name(), sample));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Sample sample) {
        text.append(name);
        sample.label()
                .ifPresent(label -> text.append('{')
                        .append(label.name())
                        .append("=\"")
                        .append(escaped(label.value()))
                        .append("\"}"));
        text.append(' ').append(sample.value()).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
