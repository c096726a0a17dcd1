package io.understudy.link.wire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The one Netty thread of a link, apart from all threads and pools of the server. */
final class LinkLoop {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private LinkLoop() {}

  static EventLoopGroup start() {
    // before any other class of Netty: its default would initialise java.util.logging for the
    // server
    InternalLoggerFactory.setDefaultFactory(new QuietLoggers());
    ChannelIds.settle();
    String name = "understudy-link-" + COUNT.getAndIncrement();
    return new MultiThreadIoEventLoopGroup(
        1,
        task -> {
          Thread thread = new Thread(null, task, name, 0, false);
          thread.setDaemon(true);
          return thread;
        },
        NioIoHandler.newFactory());
  }
}
