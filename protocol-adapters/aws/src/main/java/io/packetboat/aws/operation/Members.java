package io.packetboat.aws.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes the members of an answer, or of a structure within it, and writes each at once. */
public interface Members {

    /**
     * The text as the client will read it: characters that the protocol cannot carry are replaced. Every text is written
     * so; whoever answers with a sum of a text makes it of this.
     */
    String carried(String text);

    void text(String name, String value);

    void number(String name, long value);

    void decimal(String name, double value);

    void flag(String name, boolean value);

    /** Bytes, base64 on the wire. */
    void binary(String name, byte[] value);

    /** A point in time: seconds since 1970 in JSON, ISO 8601 in XML. */
    void timestamp(String name, Instant value);

    void structure(String name, Consumer<Members> content);

    void texts(ListName name, List<String> values);

    void binaries(ListName name, List<byte[]> values);

    <T> void structures(ListName name, List<T> items, BiConsumer<T, Members> content);

    void textMap(MapName name, Map<String, String> values);

    <T> void structureMap(MapName name, Map<String, T> values, BiConsumer<T, Members> content);

    /** Nothing where the value is absent. */
    default void text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
    }
}
