package io.packetboat.aws.endpoint;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;

/** What stands between a socket and the chain, in the order of incoming bytes. Safe for any number of event loops. */
final class ConnectionPipeline extends ChannelInitializer<SocketChannel> {
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
        StrictRequestDecoder decoder = new StrictRequestDecoder(budget);
        pipeline.addLast(decoder);
        pipeline.addLast(new RequestReader(decoder, config.maxRequestSize()));
        pipeline.addLast(turns);
    }
}
