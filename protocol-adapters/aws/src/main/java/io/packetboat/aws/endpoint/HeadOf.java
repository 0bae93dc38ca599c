package io.packetboat.aws.endpoint;

import io.netty.handler.codec.http.HttpRequest;
import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import java.util.Iterator;
import java.util.Map;

/** Turns Netty's request line and headers into ours. Pure. */
final class HeadOf {
    /** For what could not be read at all. */
    static final WireRequest NOTHING =
            new WireRequest("GET", "/", "", WireHeaders.builder().build(), new byte[0]);

    /** The most that a head takes in memory while it comes in. */
    static final long MOST_BYTES = 64 * 1024;

    private static final int REQUEST_BYTES = 512;
    private static final int HEADER_BYTES = 120;

    private HeadOf() {}

    /** About how much a head takes in memory, at most {@link #MOST_BYTES}. */
    static long bytes(WireRequest head) {
        WireHeaders headers = head.headers();
        long texts = (long) head.path().length() + head.query().length() + headers.length();
        return Math.min(MOST_BYTES, REQUEST_BYTES + texts + (long) HEADER_BYTES * headers.count());
    }

    static WireRequest request(HttpRequest request) {
        WireHeaders.Builder headers = WireHeaders.builder();
        Iterator<Map.Entry<CharSequence, CharSequence>> all = request.headers().iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            headers.add(header.getKey().toString(), header.getValue().toString());
        }
        String target = withoutAuthority(request.uri());
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new WireRequest(
                request.method().name(), path.isEmpty() ? "/" : path, query, headers.build(), new byte[0]);
    }

    /** Clients behind a forward proxy send the whole URL. */
    private static String withoutAuthority(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int scheme = target.indexOf("://");
        if (scheme < 0) {
            return "/" + target;
        }
        int path = target.indexOf('/', scheme + 3);
        return path < 0 ? "/" : target.substring(path);
    }
}
