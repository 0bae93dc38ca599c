package io.packetboat.it.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of STOMP.
 *
 * @see <a href="https://stomp.github.io/stomp-specification-1.2.html">STOMP 1.2</a>
 */
public record StompFrame(String command, Map<String, String> headers, byte[] body) {

    public static StompFrame of(String command, Map<String, String> headers) {
        return new StompFrame(command, headers, new byte[0]);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public byte[] encoded() {
        StringBuilder head = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> head.append(name).append(':').append(value).append('\n'));
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start);
        bytes.writeBytes(body);
        bytes.write(0);
        return bytes.toByteArray();
    }

    /** Reads the next frame, passing over heart-beats; the socket's timeout bounds the wait. */
    public static StompFrame read(DataInputStream in) throws IOException {
        String command = line(in);
        while (command.isEmpty()) {
            command = line(in);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(line.substring(0, colon), unescaped(line.substring(colon + 1)));
        }
        return new StompFrame(command, headers, body(in, headers.get("content-length")));
    }

    private static byte[] body(DataInputStream in, @Nullable String length) throws IOException {
        if (length != null) {
            byte[] body = in.readNBytes(Integer.parseInt(length));
            in.readByte();
            return body;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != 0; b = in.readUnsignedByte()) {
            body.write(b);
        }
        return body.toByteArray();
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n").replace("\\c", ":").replace("\\\\", "\\");
    }
}
