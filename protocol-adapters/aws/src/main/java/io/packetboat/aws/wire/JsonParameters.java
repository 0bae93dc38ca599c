package io.packetboat.aws.wire;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A JSON object as parameters. AWS JSON is strict about types: a number is no text.
 *
 * @param members values are String, Long, Double, Boolean, List or Map, never null
 */
record JsonParameters(Map<String, Object> members) implements Parameters {

    @Override
    public Optional<String> text(String name) {
        return value(name, JsonParameters::asText);
    }

    @Override
    public Optional<Integer> integer(String name) {
        return value(name, (member, value) -> {
            long whole = asLong(member, value);
            if (whole != (int) whole) {
                throw wrongType(member, "an integer");
            }
            return (int) whole;
        });
    }

    @Override
    public Optional<Long> longInteger(String name) {
        return value(name, JsonParameters::asLong);
    }

    @Override
    public Optional<Double> decimal(String name) {
        return value(name, (member, value) -> {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw wrongType(member, "a number");
        });
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return value(name, (member, value) -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw wrongType(member, "true or false");
        });
    }

    @Override
    public Optional<byte[]> binary(String name) {
        return value(name, JsonParameters::asBinary);
    }

    @Override
    public Optional<Parameters> structure(String name) {
        return value(name, JsonParameters::asStructure);
    }

    @Override
    public List<String> texts(ListName name) {
        return items(name, JsonParameters::asText);
    }

    @Override
    public List<byte[]> binaries(ListName name) {
        return items(name, JsonParameters::asBinary);
    }

    @Override
    public List<Parameters> structures(ListName name) {
        return items(name, JsonParameters::asStructure);
    }

    @Override
    public Map<String, String> textMap(MapName name) {
        return entries(name, JsonParameters::asText);
    }

    @Override
    public Map<String, Parameters> structureMap(MapName name) {
        return entries(name, JsonParameters::asStructure);
    }

    @Override
    public boolean has(String name) {
        return members.containsKey(name);
    }

    private <T> Optional<T> value(String name, BiFunction<String, Object, T> read) {
        return Optional.ofNullable(members.get(name)).map(value -> read.apply(name, value));
    }

    private <T> List<T> items(ListName name, BiFunction<String, Object, T> read) {
        Object value = members.get(name.name());
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrongType(name.name(), "a list");
        }
        List<T> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(read.apply(name.name(), item));
        }
        return items;
    }

    private <T> Map<String, T> entries(MapName name, BiFunction<String, Object, T> read) {
        Object value = members.get(name.name());
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrongType(name.name(), "an object");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put((String) key, read.apply(name.name(), item)));
        return entries;
    }

    private static String asText(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(name, "a string");
    }

    private static long asLong(String name, Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Double decimal && decimal == Math.rint(decimal) && Math.abs(decimal) < 1L << 53) {
            return decimal.longValue();
        }
        throw wrongType(name, "an integer");
    }

    private static byte[] asBinary(String name, Object value) {
        try {
            return Base64.getDecoder().decode(asText(name, value));
        } catch (IllegalArgumentException e) {
            throw wrongType(name, "base64");
        }
    }

    @SuppressWarnings("unchecked") // JsonDocument makes no other maps
    private static Parameters asStructure(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonParameters((Map<String, Object>) map);
        }
        throw wrongType(name, "an object");
    }

    private static RequestRefused wrongType(String name, String wanted) {
        return RequestRefused.malformed("The member " + name + " must be " + wanted + ".");
    }
}
