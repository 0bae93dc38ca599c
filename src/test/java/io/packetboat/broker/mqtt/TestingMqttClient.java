package io.packetboat.broker.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** MQTT 3.1.1 packet by packet, for what no client library lets a test do; packets stay below 128 bytes. */
final class TestingMqttClient implements AutoCloseable {
    static final int CONNACK = 2;
    static final int PUBREC = 5;
    static final int PUBCOMP = 7;

    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PUBREL = 6;
    private static final int SUBSCRIBE = 8;
    private static final int SUBACK = 9;
    private static final int QUALITY_2 = 0b0100;
    private static final int AGAIN = 0b1000;
    private static final int RESERVED = 0b0010;

    private final Socket socket;
    private final DataInputStream in;
    private boolean sessionPresent;

    /** @param clean for a session that ends with the connection */
    TestingMqttClient(int port, String client, boolean clean) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        in = new DataInputStream(socket.getInputStream());
        Body body = new Body()
                .text("MQTT")
                .bytes(4, 0b1100_0000 | (clean ? 0b10 : 0))
                .number(0);
        send(CONNECT, 0, body.text(client).text("ada").text("ada"));
        sessionPresent = (await(CONNACK) >> 8) == 1;
    }

    boolean isSessionPresent() {
        return sessionPresent;
    }

    /** Returns when PUBREC is there. */
    void publish(String topic, int packet, String payload) throws IOException {
        publish(topic, packet, payload, 0);
    }

    /** As a client that got no PUBREC. */
    void publishAgain(String topic, int packet, String payload) throws IOException {
        publish(topic, packet, payload, AGAIN);
    }

    private void publish(String topic, int packet, String payload, int flags) throws IOException {
        Body body = new Body().text(topic).number(packet);
        send(PUBLISH, QUALITY_2 | flags, body.bytes(payload.chars().toArray()));
        await(PUBREC);
    }

    /** Returns when PUBCOMP is there. */
    void release(int packet) throws IOException {
        send(PUBREL, RESERVED, new Body().number(packet));
        await(PUBCOMP);
    }

    /** With quality 2; returns when SUBACK is there. */
    void subscribe(String topic) throws IOException {
        send(SUBSCRIBE, RESERVED, new Body().number(1).text(topic).bytes(2));
        await(SUBACK);
    }

    /** Sends PUBREC for what comes next, a publish, and returns its packet identifier. */
    int receive(String topic) throws IOException {
        byte[] body = next(PUBLISH);
        int packet = number(body, Short.BYTES + topic.length());
        send(PUBREC, 0, new Body().number(packet));
        return packet;
    }

    /** The identifier of what is released next. */
    int released() throws IOException {
        return await(PUBREL);
    }

    /** Answers a release. */
    void complete(int packet) throws IOException {
        send(PUBCOMP, 0, new Body().number(packet));
    }

    /** As a client whose machine is gone. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(int type, int flags, Body body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type << 4 | flags);
        packet.write(body.bytes.size());
        body.bytes.writeTo(packet);
        socket.getOutputStream().write(packet.toByteArray());
    }

    /** The first two bytes behind the header of the next packet, which is of this type. */
    private int await(int type) throws IOException {
        return number(next(type), 0);
    }

    private byte[] next(int type) throws IOException {
        int found = in.readUnsignedByte() >> 4;
        byte[] body = in.readNBytes(in.readUnsignedByte());
        if (found != type) {
            throw new IOException("Packet of type " + found + " instead of " + type);
        }
        return body;
    }

    private static int number(byte[] body, int from) {
        return Byte.toUnsignedInt(body[from]) << 8 | Byte.toUnsignedInt(body[from + 1]);
    }

    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Body bytes(int... values) {
            for (int value : values) {
                bytes.write(value);
            }
            return this;
        }

        Body number(int value) {
            return bytes(value >> 8, value & 0xFF);
        }

        Body text(String text) throws IOException {
            new DataOutputStream(bytes).writeUTF(text);
            return this;
        }
    }
}
