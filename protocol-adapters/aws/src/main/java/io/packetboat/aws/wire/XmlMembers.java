package io.packetboat.aws.wire;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Members;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes an answer as the XML of Query. */
final class XmlMembers implements Members {
    private static final int USUAL_SIZE = 512;

    private final StringBuilder xml = new StringBuilder(USUAL_SIZE).append("<?xml version=\"1.0\"?>");

    void start(String root, String namespace) {
        xml.append('<').append(root);
        if (!namespace.isEmpty()) {
            xml.append(" xmlns=\"");
            escaped(namespace);
            xml.append('"');
        }
        xml.append('>');
    }

    void end(String name) {
        xml.append("</").append(name).append('>');
    }

    void element(String name, Runnable content) {
        xml.append('<').append(name).append('>');
        content.run();
        end(name);
    }

    byte[] bytes() {
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String carried(String text) {
        return Characters.ofXml(text);
    }

    @Override
    public void text(String name, String value) {
        element(name, () -> escaped(value));
    }

    @Override
    public void number(String name, long value) {
        element(name, () -> xml.append(value));
    }

    @Override
    public void decimal(String name, double value) {
        element(name, () -> xml.append(value));
    }

    @Override
    public void flag(String name, boolean value) {
        element(name, () -> xml.append(value));
    }

    @Override
    public void binary(String name, byte[] value) {
        element(name, () -> xml.append(Base64.getEncoder().encodeToString(value)));
    }

    @Override
    public void timestamp(String name, Instant value) {
        element(name, () -> xml.append(DateTimeFormatter.ISO_INSTANT.format(value)));
    }

    @Override
    public void structure(String name, Consumer<Members> content) {
        element(name, () -> content.accept(this));
    }

    @Override
    public void texts(ListName name, List<String> values) {
        structures(name, values, (value, members) -> escaped(value));
    }

    @Override
    public void binaries(ListName name, List<byte[]> values) {
        structures(
                name, values, (value, members) -> xml.append(Base64.getEncoder().encodeToString(value)));
    }

    @Override
    public <T> void structures(ListName name, List<T> items, BiConsumer<T, Members> content) {
        repeated(name.queryName(), name.flat(), "member", items, item -> content.accept(item, this));
    }

    @Override
    public void textMap(MapName name, Map<String, String> values) {
        structureMap(name, values, (value, members) -> escaped(value));
    }

    @Override
    public <T> void structureMap(MapName name, Map<String, T> values, BiConsumer<T, Members> content) {
        repeated(name.queryName(), name.flat(), "entry", List.copyOf(values.entrySet()), entry -> {
            text(name.key(), entry.getKey());
            element(name.value(), () -> content.accept(entry.getValue(), this));
        });
    }

    private <T> void repeated(String name, boolean flat, String between, List<T> items, Consumer<T> content) {
        if (flat) {
            items.forEach(item -> element(name, () -> content.accept(item)));
            return;
        }
        element(name, () -> items.forEach(item -> element(between, () -> content.accept(item))));
    }

    private void escaped(String text) {
        String clean = carried(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                // A parser would read a bare carriage return as a line feed.
                case '\r' -> xml.append("&#xD;");
                default -> xml.append(c);
            }
        }
    }
}
