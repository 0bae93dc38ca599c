package io.packetboat.broker.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A publish of quality 2 that the broker has, and whose identifier its client has not released yet.
 *
 * @param packet the packet identifier, from 1 to 65535
 */
record ReceivedPublish(String client, int packet) {

    static ReceivedPublish of(byte[] bytes) {
        int nameEnds = bytes.length - Short.BYTES;
        return new ReceivedPublish(
                new String(bytes, 0, nameEnds, StandardCharsets.UTF_8),
                Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(nameEnds)));
    }

    byte[] bytes() {
        byte[] name = client.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + Short.BYTES)
                .put(name)
                .putShort((short) packet)
                .array();
    }
}
