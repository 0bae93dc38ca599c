package io.packetboat.aws.endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.wire.WireRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pieces of a request together, up to the limits; what follows a broken one is thrown away.
 *
 * <p>Used by one event loop.
 */
final class RequestReader extends ChannelInboundHandlerAdapter {
    private static final ErrorCode MALFORMED =
            ErrorCode.common("MalformedHttpRequestException", "MalformedHttpRequest", 400);
    private static final ErrorCode HEADER_TOO_LARGE =
            ErrorCode.common("RequestHeaderSectionTooLargeException", "RequestHeaderSectionTooLarge", 431);
    private static final ErrorCode METHOD_NOT_ALLOWED =
            ErrorCode.common("MethodNotAllowedException", "MethodNotAllowed", 405);

    private final StrictRequestDecoder decoder;
    private final int maxBody;
    private @Nullable Receiving receiving;
    private boolean broken;

    /** What a client sends when it is told to. */
    enum Held {
        BODY
    }

    /** A request whose head is there and whose body comes in. */
    private record Receiving(WireRequest head, BodyBuffer body, RequestBudget.Share share, boolean keepAlive) {}

    RequestReader(StrictRequestDecoder decoder, int maxBody) {
        this.decoder = decoder;
        this.maxBody = maxBody;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (broken) {
                return;
            }
            if (message instanceof HttpRequest request) {
                begin(ctx, request);
            }
            if (!broken && message instanceof HttpContent content) {
                add(ctx, content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        forget();
        super.channelInactive(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        forget();
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuse(ctx, HeadOf.NOTHING, codeOf(request.decoderResult().cause()));
            return;
        }
        WireRequest head = HeadOf.request(request);
        if (!isBodyClear(request)) {
            refuse(ctx, head, MALFORMED);
            return;
        }
        if (!request.method().equals(HttpMethod.POST) && !request.method().equals(HttpMethod.GET)) {
            refuse(ctx, head, METHOD_NOT_ALLOWED);
            return;
        }
        if (HttpUtil.getContentLength(request, 0L) > maxBody) {
            refuse(ctx, head, CommonErrors.REQUEST_TOO_LARGE);
            return;
        }
        RequestBudget.Share share = decoder.handOver();
        share.giveBack(HeadOf.MOST_BYTES - HeadOf.bytes(head));
        receiving = new Receiving(head, new BodyBuffer(share, maxBody), share, HttpUtil.isKeepAlive(request));
        if (HttpUtil.is100ContinueExpected(request)
                && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH, "0", false)) {
            ctx.fireUserEventTriggered(Held.BODY);
        }
    }

    /** A body is as long as it says or comes in chunks; a proxy before us could see another end of one that is coded. */
    private static boolean isBodyClear(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
    }

    private void add(ChannelHandlerContext ctx, HttpContent content) {
        Receiving request = receiving;
        if (request == null) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            refuse(ctx, request.head(), codeOf(content.decoderResult().cause()));
            return;
        }
        switch (request.body().add(content.content())) {
            case TAKEN -> {
                if (content instanceof LastHttpContent) {
                    finish(ctx, request);
                }
            }
            case TOO_LARGE -> refuse(ctx, request.head(), CommonErrors.REQUEST_TOO_LARGE);
            case NO_ROOM -> refuse(ctx, request.head(), CommonErrors.SERVICE_UNAVAILABLE);
        }
    }

    private void finish(ChannelHandlerContext ctx, Receiving request) {
        receiving = null;
        WireRequest head = request.head();
        WireRequest whole = new WireRequest(
                head.method(),
                head.path(),
                head.query(),
                head.headers(),
                request.body().finish());
        ctx.fireChannelRead(new Incoming.Whole(whole, request.keepAlive(), request.share()));
    }

    private void refuse(ChannelHandlerContext ctx, WireRequest head, ErrorCode code) {
        forget();
        broken = true;
        ctx.fireChannelRead(new Incoming.Broken(head, code, messageOf(code)));
    }

    private void forget() {
        decoder.handOver().release();
        Receiving request = receiving;
        if (request != null) {
            request.share().release();
        }
        receiving = null;
    }

    private static ErrorCode codeOf(Throwable cause) {
        if (cause instanceof StrictRequestDecoder.NoRoom) {
            return CommonErrors.SERVICE_UNAVAILABLE;
        }
        return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException
                ? HEADER_TOO_LARGE
                : MALFORMED;
    }

    private String messageOf(ErrorCode code) {
        if (code == CommonErrors.REQUEST_TOO_LARGE) {
            return "The request is larger than " + maxBody + " bytes.";
        }
        if (code == CommonErrors.SERVICE_UNAVAILABLE) {
            return "Too many requests at a time; try again later.";
        }
        if (code == HEADER_TOO_LARGE) {
            return "The request's URL or headers are too large.";
        }
        return code == METHOD_NOT_ALLOWED
                ? "The method is not allowed; use POST or GET."
                : "The request is not valid HTTP.";
    }
}
