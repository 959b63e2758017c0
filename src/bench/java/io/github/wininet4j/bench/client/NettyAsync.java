package io.github.wininet4j.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Netty's HTTP codec on bare channels, one event loop: no pool, no redirects, no client. */
final class NettyAsync implements AsyncClient {
    private final Target target;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Bootstrap bootstrap;

    NettyAsync(Target target) {
        this.target = target;
        this.bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec());
                    }
                });
    }

    @Override
    public Lane lane(int number, String path, Completion completion) {
        return new ChannelLane(path, completion);
    }

    @Override
    public void close() throws InterruptedException {
        group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).sync();
    }

    /** One connection. */
    private final class ChannelLane extends SimpleChannelInboundHandler<HttpObject> implements Lane {
        private final String path;
        private final Completion completion;
        private Channel channel;
        private long sum;

        ChannelLane(String path, Completion completion) {
            this.path = path;
            this.completion = completion;
        }

        @Override
        public void get() {
            sum = 0;
            if (channel != null) {
                send();
                return;
            }
            bootstrap.connect(target.host(), target.port()).addListener(future -> {
                if (!future.isSuccess()) {
                    completion.done(-1, future.cause());
                    return;
                }
                channel = ((io.netty.channel.ChannelFuture) future).channel();
                channel.pipeline().addLast(this);
                send();
            });
        }

        private void send() {
            DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
            request.headers().set(HttpHeaderNames.HOST, target.host() + ":" + target.port());
            channel.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpContent content) {
                sum += content.content().readableBytes();
            }
            if (part instanceof LastHttpContent) {
                completion.done(sum, null);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            completion.done(-1, cause);
        }
    }
}
