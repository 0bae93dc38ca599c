package io.packetboat.store;

import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A published message as bytes, both ways: a form number, then every field in turn, texts as UTF-8 behind their length. */
final class ArchivedContent {
    private static final int FORM = 1;
    private static final int ABSENT = -1;

    private ArchivedContent() {}

    static byte[] encode(Publication publication) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(out, publication.message());
            writeOptional(out, publication.subject());
            out.writeInt(publication.perProtocol().size());
            for (Map.Entry<String, String> text : publication.perProtocol().entrySet()) {
                write(out, text.getKey());
                write(out, text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, ReadMessage message) throws IOException {
        write(out, message.id().value());
        write(out, message.body());
        write(out, message.attributes());
        out.writeLong(message.sent().toEpochMilli());
        writeOptional(out, message.senderId());
        writeOptional(out, message.sequence().map(sequence -> Long.toString(sequence.value())));
        writeOptional(out, message.deduplication().map(DeduplicationId::value));
        writeOptional(out, message.group().map(MessageGroupId::value));
        writeOptional(out, message.traceHeader());
    }

    private static void write(DataOutputStream out, MessageAttributes attributes) throws IOException {
        out.writeInt(attributes.values().size());
        for (Map.Entry<String, MessageAttributes.Value> attribute :
                attributes.values().entrySet()) {
            write(out, attribute.getKey());
            write(out, attribute.getValue().dataType());
            if (attribute.getValue() instanceof Binary binary) {
                out.writeBoolean(true);
                write(out, binary.bytes());
            } else if (attribute.getValue() instanceof Text text) {
                out.writeBoolean(false);
                write(out, text.text());
            }
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeOptional(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            write(out, text.get());
        } else {
            out.writeInt(ABSENT);
        }
    }

    static Publication decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalStateException("an archived message of a later version");
            }
            ReadMessage message = readMessage(in);
            Optional<String> subject = readOptional(in, Function.identity());
            Map<String, String> perProtocol = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                perProtocol.put(read(in), read(in));
            }
            return new Publication(message, subject, perProtocol);
        } catch (IOException e) {
            throw new UncheckedIOException("an archived message is cut off", e);
        }
    }

    private static ReadMessage readMessage(DataInputStream in) throws IOException {
        return new ReadMessage(
                new MessageId(read(in)),
                read(in),
                readAttributes(in),
                Instant.ofEpochMilli(in.readLong()),
                readOptional(in, Function.identity()),
                readOptional(in, text -> new SequenceNumber(Long.parseLong(text))),
                readOptional(in, DeduplicationId::new),
                readOptional(in, MessageGroupId::new),
                readOptional(in, Function.identity()),
                Optional.empty());
    }

    private static MessageAttributes readAttributes(DataInputStream in) throws IOException {
        Map<String, MessageAttributes.Value> attributes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = read(in);
            String type = read(in);
            attributes.put(
                    name, in.readBoolean() ? new Binary(type, in.readNBytes(in.readInt())) : new Text(type, read(in)));
        }
        return attributes.isEmpty() ? MessageAttributes.NONE : new MessageAttributes(attributes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static <T> Optional<T> readOptional(DataInputStream in, Function<String, T> type) throws IOException {
        int length = in.readInt();
        return length == ABSENT
                ? Optional.empty()
                : Optional.of(type.apply(new String(in.readNBytes(length), StandardCharsets.UTF_8)));
    }
}
