package io.understudy.link.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.nio.AbstractNioChannel.NioUnsafe;
import io.understudy.engine.log.LogSource;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Position;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** The backup's end of one connection. All methods run on the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the channel: seen there
final class PrimarySession extends SimpleChannelInboundHandler<Object> {
  private static final long TICK_MILLIS = 5;

  /** An acknowledgement tells it too: without one the primary need not be woken more often. */
  private static final long EXECUTED_NANOS = 20_000_000;

  private static final long SIGN_OF_LIFE_NANOS = 100_000_000;

  /** A tick that comes so late shows that this process did not run. */
  private static final long HELD_UP_NANOS = 20_000_000;

  private static final long LAST_READ_NANOS = 5_000_000;

  private final BackupLink link;
  private final FrameDecoder decoder;
  private final Pace pace;

  /** Ends the session because this node wants no more of it. */
  final Runnable hangUp = () -> close(CloseReason.CLOSED_HERE, "this node closes its link");

  private LinkState state = LinkState.AWAITS_HEADER;
  private Channel channel;
  private boolean closing;
  private boolean silent;
  private boolean acknowledging;
  private long lastHeard;
  private long lastTick;
  private long lastSent;
  private long sentReceived = -1;
  private long sentExecuted = -1;

  PrimarySession(BackupLink link, FrameDecoder decoder) {
    super(Object.class, true);
    this.link = link;
    this.decoder = decoder;
    this.pace = new Pace(link.limits());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    lastHeard = System.nanoTime();
    lastTick = lastHeard;
    if (closing) {
      channel.close();
      return;
    }
    channel.write(FrameFormat.preamble());
    channel.writeAndFlush(FrameFormat.control(link.hello()));
    context
        .executor()
        .scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object frame) throws IOException {
    lastHeard = System.nanoTime();
    if (silent) {
      silent = false;
      link.audible();
    }
    if (state == LinkState.ENDED) {
      return;
    }
    if (frame instanceof LogSource.Chunk chunk) {
      state.log();
      link.received(chunk);
      return;
    }
    LinkMessage message = (LinkMessage) frame;
    state = state.next(message.getMessageCase());
    switch (message.getMessageCase()) {
      case HEADER -> {
        decoder.admitted();
        link.joined(message.getHeader());
      }
      case REFUSAL -> {
        link.refused(Refusals.describe(message.getRefusal()));
        close(CloseReason.REFUSED, "this backup was refused");
      }
      case RELEASED -> link.released(message.getReleased().getPosition());
      case BACKLOG -> link.backlog(message.getBacklog().getEnd());
      case CAUGHT_UP -> link.caughtUp(message.getCaughtUp().getPosition());
      case CLOCKS -> link.clocks(message.getClocks(), lastHeard);
      case DROPPED ->
          close(
              CloseReason.DROPPED,
              "it goes on without this backup: " + message.getDropped().getReason());
      default -> {
        link.farewell(message.getFarewell());
        close(CloseReason.FAREWELL, message.getFarewell().getReason());
      }
    }
  }

  /**
   * Acknowledges once for all that one read brought, and not more often than the pace allows:
   * outputs that come thick and fast leave the primary several at a time, a single one at once.
   */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (acknowledging || !hasNews()) {
      return;
    }
    long wait = pace.pause(System.nanoTime());
    if (wait <= 0) {
      acknowledge();
    } else {
      acknowledging = true;
      context.executor().schedule(this::acknowledge, wait, TimeUnit.NANOSECONDS);
    }
  }

  private void acknowledge() {
    acknowledging = false;
    if (hasNews()) {
      position();
    }
  }

  private boolean hasNews() {
    return state == LinkState.FOLLOWS && link.lastReceivedPosition() > sentReceived;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    close(CloseReason.BROKEN, "the connection ended");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable root = cause.getCause() instanceof WireException ? cause.getCause() : cause;
    if (root instanceof WireException wire) {
      close(wire.reason(), wire.getMessage());
    } else {
      close(CloseReason.BROKEN, String.valueOf(cause.getMessage()));
    }
  }

  void send(LinkMessage message) {
    channel.writeAndFlush(FrameFormat.control(message));
  }

  /**
   * Reads what the kernel holds already, for {@code LAST_READ_NANOS} at most: a primary's last
   * records may have come while this node made up its mind.
   */
  void drain() {
    if (closing || state != LinkState.FOLLOWS) {
      return;
    }
    NioUnsafe unsafe = ((AbstractNioChannel) channel).unsafe();
    long start = System.nanoTime();
    do {
      unsafe.read();
    } while (!closing
        && unsafe.recvBufAllocHandle().lastBytesRead() > 0
        && System.nanoTime() - start < LAST_READ_NANOS);
  }

  void close(CloseReason reason, String text) {
    if (!closing) {
      closing = true;
      state = LinkState.ENDED;
      if (channel != null) {
        channel.close();
      }
      link.closed(this, reason, text);
    }
  }

  private void tick() {
    if (closing) {
      // ends this task: the pool takes an exception as such, without a word
      throw new CancellationException();
    }
    long now = System.nanoTime();
    if (now - lastTick > HELD_UP_NANOS) {
      // no silence of the primary's: what came meanwhile is not read yet
      lastHeard = Math.min(now, lastHeard + now - lastTick);
    }
    lastTick = now;
    if (state == LinkState.FOLLOWS) {
      channel.config().setAutoRead(link.hasRoom());
      boolean executedMore = link.executedPosition() > sentExecuted;
      if (now - lastSent > (executedMore ? EXECUTED_NANOS : SIGN_OF_LIFE_NANOS)) {
        position();
      }
    }
    boolean reading = channel.config().isAutoRead();
    if (reading && !silent && now - lastHeard > link.silenceNanos()) {
      silent = true;
      link.silent();
    }
  }

  private void position() {
    lastSent = System.nanoTime();
    pace.spent(lastSent);
    sentReceived = link.lastReceivedPosition();
    sentExecuted = Math.max(sentExecuted, Math.min(link.executedPosition(), sentReceived));
    send(
        LinkMessage.newBuilder()
            .setPosition(
                Position.newBuilder()
                    .setReceived(sentReceived)
                    .setExecuted(Math.max(0, sentExecuted)))
            .build());
  }
}
