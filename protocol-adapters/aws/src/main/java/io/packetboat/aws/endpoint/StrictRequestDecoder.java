package io.packetboat.aws.endpoint;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * Decodes HTTP within bounds, and refuses what could be read in two ways, since a proxy before us may read it in the other.
 *
 * <p>A head counts against the budget with the most that it can become until it is whole, so that clients that let their
 * heads drip in cannot fill the memory. Used by one event loop.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {
    /** Room for a request line with a signature, or a message in a URL. */
    private static final int MAX_LINE = 16 * 1024;

    private static final int MAX_HEADERS = 32 * 1024;
    private static final int MAX_CHUNK = 16 * 1024;

    /** SDKs send fifteen, and proxies add a few; a short header takes forty times its bytes in memory. */
    private static final int MAX_HEADER_COUNT = 100;

    private final RequestBudget budget;
    private RequestBudget.@Nullable Share coming;
    private int headers;

    StrictRequestDecoder(RequestBudget budget) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_CHUNK));
        this.budget = budget;
    }

    /** No room for one more head. */
    static final class NoRoom extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    /** What the head has taken that came last or was to come; its new owner gives it back. */
    RequestBudget.Share handOver() {
        RequestBudget.Share share = coming;
        coming = null;
        return share == null ? budget.share() : share;
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) throws Exception {
        headers = 0;
        RequestBudget.Share share = budget.share();
        if (!share.take(HeadOf.MOST_BYTES)) {
            throw new NoRoom();
        }
        coming = share;
        return super.createMessage(initialLine);
    }

    /** Called for each header, those that follow a body in chunks included. */
    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        headers++;
        if (headers > MAX_HEADER_COUNT) {
            throw new TooLongHttpHeaderException("more than " + MAX_HEADER_COUNT + " headers");
        }
        return super.splitHeaderName(line, start, length);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }
}
