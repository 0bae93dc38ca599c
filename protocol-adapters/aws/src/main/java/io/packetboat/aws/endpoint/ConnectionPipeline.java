package io.packetboat.aws.endpoint;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;

/** What stands between a socket and the chain, in the order of incoming bytes. Safe for any number of event loops. */
final class ConnectionPipeline extends ChannelInitializer<SocketChannel> {
    /** Room for a request line with a signature, or a message in a URL. */
    private static final int MAX_LINE = 16 * 1024;

    private static final int MAX_HEADERS = 32 * 1024;
    private static final int MAX_CHUNK = 16 * 1024;

    private final AwsConfig config;
    private final SslContext tls;
    private final RequestChain chain;
    private final AnswerEncoder encoder;
    private final OpenConnections open;
    private final RequestBudget budget;

    ConnectionPipeline(
            AwsConfig config,
            SslContext tls,
            RequestChain chain,
            AnswerEncoder encoder,
            OpenConnections open,
            RequestBudget budget) {
        this.config = config;
        this.tls = tls;
        this.chain = chain;
        this.encoder = encoder;
        this.open = open;
        this.budget = budget;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        Deadlines deadlines = new Deadlines(config.patience(), 2L * config.maxRequestSize());
        RequestTurns turns = new RequestTurns(chain, encoder, open, deadlines);
        if (!open.add(turns)) {
            var unused = channel.close();
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(deadlines);
        pipeline.addLast(new TlsOrPlain(tls, config.patience().progress()));
        pipeline.addLast(new StrictRequestDecoder(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_CHUNK)));
        pipeline.addLast(new RequestReader(budget, config.maxRequestSize()));
        pipeline.addLast(turns);
    }

    /** Refuses what could be read in two ways, since a proxy before us may read it in the other. */
    private static final class StrictRequestDecoder extends HttpRequestDecoder {
        StrictRequestDecoder(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
        }
    }
}
