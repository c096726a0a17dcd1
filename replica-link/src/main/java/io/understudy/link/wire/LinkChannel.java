package io.understudy.link.wire;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** An accepted connection that other threads than its event loop may write to, too. */
final class LinkChannel extends NioSocketChannel {
  LinkChannel(Channel parent, SocketChannel socket) {
    super(parent, socket);
  }

  /**
   * Writes to the socket without blocking, on the calling thread. Only while Netty has nothing to
   * write.
   *
   * @param direct a direct buffer: for another, the JDK keeps one for the calling thread, which may
   *     be the server's
   */
  void writeNow(ByteBuffer direct) throws IOException {
    javaChannel().write(direct);
  }
}
