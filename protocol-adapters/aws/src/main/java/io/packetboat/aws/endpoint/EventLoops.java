package io.packetboat.aws.endpoint;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that serve connections, and the kind of socket that goes with them: Linux's own where its library loads.
 *
 * @param acceptor takes new connections
 * @param workers serve them
 */
record EventLoops(EventLoopGroup acceptor, EventLoopGroup workers, Class<? extends ServerSocketChannel> socket) {
    private static final int LEAST_WORKERS = 2;

    static EventLoops start() {
        ThreadFactory acceptor = new DefaultThreadFactory("packetboat-aws-accept", true);
        ThreadFactory worker = new DefaultThreadFactory("packetboat-aws", true);
        int workers = Math.max(LEAST_WORKERS, Runtime.getRuntime().availableProcessors());
        return Epoll.isAvailable()
                ? new EventLoops(
                        new EpollEventLoopGroup(1, acceptor),
                        new EpollEventLoopGroup(workers, worker),
                        EpollServerSocketChannel.class)
                : new EventLoops(
                        new NioEventLoopGroup(1, acceptor),
                        new NioEventLoopGroup(workers, worker),
                        NioServerSocketChannel.class);
    }
}
