package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import java.util.Locale;

/** Counts the bytes of the STOMP frame that is arriving, piece by piece; keeps no more than one header line. */
final class StompFrameLength {
    private static final String LENGTH_HEADER = "content-length:";
    /** Long enough for that header, too short to matter. */
    private static final int KEPT_OF_A_LINE = 64;

    private enum Part {
        BETWEEN,
        HEADERS,
        BODY
    }

    private final StringBuilder line = new StringBuilder();
    private Part part = Part.BETWEEN;
    private long size;
    private long bodyLeft;
    private boolean bodyCounted;

    /** Takes in what arrived; false as soon as a frame is, or says that it will be, larger than the limit. */
    boolean staysBelow(int limit, ByteBuf bytes) {
        for (int at = bytes.readerIndex(); at < bytes.writerIndex(); at++) {
            int skippable = (int) Math.min(bodyLeft, bytes.writerIndex() - at);
            if (part == Part.BODY && skippable > 0) {
                bodyLeft -= skippable;
                size += skippable;
                at += skippable - 1;
            } else {
                take(bytes.getByte(at));
            }
            if (size + bodyLeft > limit) {
                return false;
            }
        }
        return true;
    }

    private void take(byte b) {
        switch (part) {
            case BETWEEN -> {
                if (b != '\n' && b != '\r' && b != 0) {
                    part = Part.HEADERS;
                    size = 0;
                    bodyLeft = 0;
                    bodyCounted = false;
                    line.setLength(0);
                    takeHeader(b);
                }
            }
            case HEADERS -> takeHeader(b);
            case BODY -> {
                size++;
                if (b == 0) {
                    part = Part.BETWEEN;
                }
            }
        }
    }

    private void takeHeader(byte b) {
        size++;
        if (b == 0) {
            part = Part.BETWEEN;
        } else if (b == '\n') {
            endLine();
        } else if (b != '\r' && line.length() < KEPT_OF_A_LINE) {
            line.append((char) (b & 0xff));
        }
    }

    private void endLine() {
        if (line.isEmpty()) {
            part = Part.BODY;
            return;
        }
        String header = line.toString().toLowerCase(Locale.ROOT);
        line.setLength(0);
        // The first of repeated headers counts, says STOMP.
        if (header.startsWith(LENGTH_HEADER) && !bodyCounted) {
            bodyCounted = true;
            bodyLeft = parsed(header.substring(LENGTH_HEADER.length()).trim());
        }
    }

    /** What is no number is Artemis' to refuse. */
    private static long parsed(String number) {
        boolean digits =
                !number.isEmpty() && number.length() < 19 && number.chars().allMatch(Character::isDigit);
        return digits ? Long.parseLong(number) : 0;
    }
}
