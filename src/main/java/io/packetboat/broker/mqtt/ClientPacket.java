package io.packetboat.broker.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The message of quality 2 that a client and the broker know by this packet identifier, in one direction.
 *
 * @param packet the packet identifier, from 1 to 65535
 */
record ClientPacket(String client, int packet) {

    static ClientPacket of(byte[] bytes) {
        int nameEnds = bytes.length - Short.BYTES;
        return new ClientPacket(
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
