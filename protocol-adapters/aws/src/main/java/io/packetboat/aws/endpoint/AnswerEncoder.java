package io.packetboat.aws.endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.packetboat.aws.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Writes an answer as HTTP/1.1 into one buffer. Safe for any number of threads. */
final class AnswerEncoder {
    private static final int HEAD_ROOM = 512;

    private final Clock clock;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    AnswerEncoder(Clock clock) {
        this.clock = clock;
    }

    /** The text of a Date header, made once a second. SDKs correct their own clocks by it. */
    private record Second(long epochSecond, String text) {}

    /** Header values are this node's own words, never a client's. */
    ByteBuf encode(ByteBufAllocator allocator, WireAnswer answer, String requestId, boolean keepAlive) {
        String head = head(answer, requestId, keepAlive);
        ByteBuf buffer = allocator.ioBuffer(head.length() + answer.body().length);
        buffer.writeCharSequence(head, StandardCharsets.US_ASCII);
        return buffer.writeBytes(answer.body());
    }

    /** The last answer of a connection, to a HEAD: the length is told of a body that is not there. */
    ByteBuf encodeHead(ByteBufAllocator allocator, WireAnswer answer, String requestId) {
        String head = head(answer, requestId, false);
        ByteBuf buffer = allocator.ioBuffer(head.length());
        buffer.writeCharSequence(head, StandardCharsets.US_ASCII);
        return buffer;
    }

    private String head(WireAnswer answer, String requestId, boolean keepAlive) {
        StringBuilder head = new StringBuilder(HEAD_ROOM);
        head.append("HTTP/1.1 ").append(HttpResponseStatus.valueOf(answer.status()));
        header(head, "x-amzn-RequestId", requestId);
        header(head, "Content-Type", answer.contentType());
        header(head, "Content-Length", Integer.toString(answer.body().length));
        header(head, "Date", date());
        for (Map.Entry<String, String> more : answer.headers().entrySet()) {
            header(head, more.getKey(), more.getValue());
        }
        if (answer.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
            header(head, "Allow", "GET, POST");
        }
        header(head, "Connection", keepAlive ? "keep-alive" : "close");
        return head.append("\r\n\r\n").toString();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append("\r\n").append(name).append(": ").append(value);
    }

    private String date() {
        long now = Math.floorDiv(clock.millis(), 1_000);
        Second known = second;
        if (known.epochSecond() != now) {
            known = new Second(
                    now,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
            second = known;
        }
        return known.text();
    }
}
