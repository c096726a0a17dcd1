import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A SIP answering machine on Netty with its defaults, UDP and TCP on the same port.
 *
 * <p>Usage: {@code java NettySip HOST PORT}.
 */
public final class NettySip {
  private final SipAnswers answers = new SipAnswers();
  private final CountDownLatch end = new CountDownLatch(1);

  public static void main(String[] args) throws InterruptedException {
    new NettySip().run(args[0], Integer.parseInt(args[1]));
  }

  private void run(String host, int port) throws InterruptedException {
    EventLoopGroup acceptor = new NioEventLoopGroup(1);
    EventLoopGroup workers = new NioEventLoopGroup();
    ServerBootstrap tcp = new ServerBootstrap().group(acceptor, workers);
    tcp.channel(NioServerSocketChannel.class).childHandler(connections()).bind(host, port).sync();
    Bootstrap udp = new Bootstrap().group(workers).channel(NioDatagramChannel.class);
    udp.handler(datagrams()).bind(host, port).sync();
    System.out.println("ready");
    end.await();
    workers.shutdownGracefully().sync();
    acceptor.shutdownGracefully().sync();
    System.out.println(answers.state());
  }

  private ChannelInitializer<Channel> connections() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new Connection());
      }
    };
  }

  private final class Connection extends SimpleChannelInboundHandler<ByteBuf> {
    private final SipStream stream = new SipStream();

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf received) {
      byte[] bytes = ByteBufUtil.getBytes(received);
      for (String message : stream.add(bytes, bytes.length)) {
        answers.to(message).forEach(answer -> context.writeAndFlush(buffer(answer)));
        look(message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      System.out.println("connection lost: " + cause.getMessage());
      context.close();
    }
  }

  private SimpleChannelInboundHandler<DatagramPacket> datagrams() {
    return new SimpleChannelInboundHandler<>() {
      @Override
      protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        String message = packet.content().toString(StandardCharsets.ISO_8859_1);
        for (String answer : answers.to(message)) {
          context.writeAndFlush(new DatagramPacket(buffer(answer), packet.sender()));
        }
        look(message);
      }
    };
  }

  private void look(String message) {
    if (SipAnswers.isEnd(message)) {
      end.countDown();
    }
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }
}
