package io.packetboat.aws.wire;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A form as parameters: everything is text, and read as what the action asks for. */
record QueryParameters(Form form) implements Parameters {

    @Override
    public Optional<String> text(String name) {
        return form.child(name).flatMap(Form::value);
    }

    @Override
    public Optional<Integer> integer(String name) {
        return text(name).map(text -> number(name, text, "Must be an integer.", Integer::valueOf));
    }

    @Override
    public Optional<Long> longInteger(String name) {
        return text(name).map(text -> number(name, text, "Must be an integer.", Long::valueOf));
    }

    @Override
    public Optional<Double> decimal(String name) {
        return text(name).map(text -> number(name, text, "Must be a number.", Double::valueOf));
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw RequestRefused.invalidValue(name, Printable.of(text), "Must be true or false.");
        });
    }

    @Override
    public Optional<byte[]> binary(String name) {
        return text(name).map(text -> bytes(name, text));
    }

    @Override
    public Optional<Parameters> structure(String name) {
        return form.child(name).map(QueryParameters::new);
    }

    @Override
    public List<String> texts(ListName name) {
        return list(name.queryName(), name.flat(), "member").stream()
                .flatMap(item -> item.value().stream())
                .toList();
    }

    @Override
    public List<byte[]> binaries(ListName name) {
        return texts(name).stream().map(text -> bytes(name.queryName(), text)).toList();
    }

    @Override
    public List<Parameters> structures(ListName name) {
        return List.copyOf(list(name.queryName(), name.flat(), "member").stream()
                .map(QueryParameters::new)
                .toList());
    }

    @Override
    public Map<String, String> textMap(MapName name) {
        Map<String, String> entries = new LinkedHashMap<>();
        forEachEntry(name, (key, value) -> value.value().ifPresent(text -> entries.put(key, text)));
        return entries;
    }

    @Override
    public Map<String, Parameters> structureMap(MapName name) {
        Map<String, Parameters> entries = new LinkedHashMap<>();
        forEachEntry(name, (key, value) -> entries.put(key, new QueryParameters(value)));
        return entries;
    }

    @Override
    public boolean has(String name) {
        return form.child(name).isPresent();
    }

    private Collection<Form> list(String name, boolean flat, String between) {
        Optional<Form> list = form.child(name);
        if (!flat) {
            list = list.flatMap(found -> found.child(between));
        }
        return list.map(found -> found.numbered().values()).orElseGet(ArrayList::new);
    }

    private void forEachEntry(MapName name, EntryConsumer each) {
        for (Form entry : list(name.queryName(), name.flat(), "entry")) {
            String key = entry.child(name.key())
                    .flatMap(Form::value)
                    .orElseThrow(() -> RequestRefused.missing(name.queryName() + ".N." + name.key()));
            each.accept(key, entry.child(name.value()).orElseGet(Form::new));
        }
    }

    private static byte[] bytes(String name, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.malformed("The parameter " + name + " must be base64.");
        }
    }

    private static <T> T number(String name, String text, String reason, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalidValue(name, Printable.of(text), reason);
        }
    }

    /** Takes the entries of a map. */
    private interface EntryConsumer {
        void accept(String key, Form value);
    }
}
