package io.packetboat.aws.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Members;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes an answer as one JSON object. */
final class JsonMembers implements Members {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 512;

    private final JsonGenerator json;

    private JsonMembers(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            answer.writeTo(new JsonMembers(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String carried(String text) {
        return Characters.ofUtf8(text);
    }

    @Override
    public void text(String name, String value) {
        write(() -> json.writeStringField(name, carried(value)));
    }

    @Override
    public void number(String name, long value) {
        write(() -> json.writeNumberField(name, value));
    }

    @Override
    public void decimal(String name, double value) {
        write(() -> json.writeNumberField(name, value));
    }

    @Override
    public void flag(String name, boolean value) {
        write(() -> json.writeBooleanField(name, value));
    }

    @Override
    public void binary(String name, byte[] value) {
        write(() -> json.writeBinaryField(name, value));
    }

    @Override
    public void timestamp(String name, Instant value) {
        write(() -> json.writeNumberField(name, BigDecimal.valueOf(value.toEpochMilli(), 3)));
    }

    @Override
    public void structure(String name, Consumer<Members> content) {
        write(() -> {
            json.writeObjectFieldStart(name);
            content.accept(this);
            json.writeEndObject();
        });
    }

    @Override
    public void texts(ListName name, List<String> values) {
        list(name, values, value -> json.writeString(carried(value)));
    }

    @Override
    public void binaries(ListName name, List<byte[]> values) {
        list(name, values, json::writeBinary);
    }

    @Override
    public <T> void structures(ListName name, List<T> items, BiConsumer<T, Members> content) {
        list(name, items, item -> {
            json.writeStartObject();
            content.accept(item, this);
            json.writeEndObject();
        });
    }

    @Override
    public void textMap(MapName name, Map<String, String> values) {
        write(() -> {
            json.writeObjectFieldStart(name.name());
            for (Map.Entry<String, String> entry : values.entrySet()) {
                json.writeStringField(carried(entry.getKey()), carried(entry.getValue()));
            }
            json.writeEndObject();
        });
    }

    @Override
    public <T> void structureMap(MapName name, Map<String, T> values, BiConsumer<T, Members> content) {
        write(() -> {
            json.writeObjectFieldStart(name.name());
            for (Map.Entry<String, T> entry : values.entrySet()) {
                json.writeObjectFieldStart(carried(entry.getKey()));
                content.accept(entry.getValue(), this);
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private <T> void list(ListName name, List<T> items, ItemWriter<T> each) {
        write(() -> {
            json.writeArrayFieldStart(name.name());
            for (T item : items) {
                each.write(item);
            }
            json.writeEndArray();
        });
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to memory, which does not fail, whatever the generator's signature says. */
    private interface Write {
        void run() throws IOException;
    }

    /** Writes one item of a list. */
    private interface ItemWriter<T> {
        void write(T item) throws IOException;
    }
}
