package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Bounds the frames of OpenWire and Core, which begin with their length in four bytes; only reads along, so that the
 * decoder behind gets every byte of a frame that fits, and none of one that does not.
 */
final class LengthPrefixLimit extends ChannelInboundHandlerAdapter {
    private static final int LENGTH_BYTES = 4;
    /** OpenWire: wire format, connection; Core: packets that open the session. */
    private static final int INTRODUCING_FRAMES = 2;

    private final FrameLimits limits;
    private int frames;
    private int lengthBytesSeen;
    private int length;
    private long toSkip;

    LengthPrefixLimit(FrameLimits limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && !fits(bytes)) {
            ReferenceCountUtil.release(message);
            Refusal.close(context, "a frame of " + Integer.toUnsignedString(length) + " bytes is too large");
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean fits(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (toSkip > 0) {
                int skipped = (int) Math.min(toSkip, end - at);
                toSkip -= skipped;
                at += skipped;
                continue;
            }
            length = length << Byte.SIZE | bytes.getUnsignedByte(at++);
            if (++lengthBytesSeen == LENGTH_BYTES && !begins()) {
                return false;
            }
        }
        return true;
    }

    private boolean begins() {
        int limit = frames < INTRODUCING_FRAMES ? limits.beforeLogin() : limits.afterwards();
        if (length < 0 || length > limit) {
            return false;
        }
        frames++;
        toSkip = length;
        lengthBytesSeen = 0;
        length = 0;
        return true;
    }
}
