package io.understudy.link.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.understudy.link.LinkEvent;
import io.understudy.link.message.Dropped;
import io.understudy.link.message.Hello;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Position;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The primary's end of one connection. Handler methods run on the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the channel: seen there
final class BackupSession extends SimpleChannelInboundHandler<Object> {
  /** Longer than the log thread ever sleeps between two judgements. */
  private static final long HELD_UP_NANOS = 200_000_000;

  private final PrimaryLink link;
  private final FrameDecoder decoder;
  private LinkState state = LinkState.AWAITS_HELLO;
  private LinkChannel channel;
  private Feeding feeding;
  private boolean closing;
  private volatile long resume;
  private volatile long received;
  private volatile long executed;
  private volatile long lastProgress = System.nanoTime();
  private volatile long lastHeard = System.nanoTime();
  private long judged = System.nanoTime();

  /** What it has to execute before it protects: the log as it was sent first; -1 before that. */
  private volatile long goal = -1;

  BackupSession(PrimaryLink link, FrameDecoder decoder) {
    super(Object.class, true);
    this.link = link;
    this.decoder = decoder;
  }

  /** Log position at which the feeding begins. */
  long resume() {
    return resume;
  }

  long received() {
    return received;
  }

  long executed() {
    return executed;
  }

  LinkEvent.Listener events() {
    return link.events();
  }

  /** Caught up. Called on the log thread. */
  void live(long position) {
    goal = position;
    lastProgress = System.nanoTime();
    link.live(position);
  }

  /** Declares the backup lost if it has not moved for too long. Called on the log thread. */
  void judgeSpeed(long end) {
    long now = System.nanoTime();
    long limit = link.settings().limits().slowBackup().toNanos();
    if (received >= end) {
      lastProgress = now; // nothing to acknowledge: a quiet service is no slow backup
    }
    if (goal >= 0 && received < end && now - lastProgress > limit) {
      end(
          CloseReason.TOO_SLOW,
          "it acknowledged nothing for "
              + TimeUnit.NANOSECONDS.toMillis(limit)
              + " ms and lacks "
              + (end - received)
              + " bytes of log; it may join again from its position; see what"
              + " holds it up");
      return;
    }
    if (now - judged > HELD_UP_NANOS) {
      lastHeard = now; // this node did not run: what the backup said meanwhile is not read yet
    }
    judged = now;
    long silence = link.settings().limits().backupSilence().toNanos();
    if (now - lastHeard > silence) {
      end(
          CloseReason.TOO_SLOW,
          "it was silent for " + TimeUnit.NANOSECONDS.toMillis(silence) + " ms");
    }
  }

  /** Closes the connection for a reason. Any thread. */
  void end(CloseReason reason, String text) {
    onLoop(() -> close(reason, text));
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = (LinkChannel) context.channel();
    if (!link.opened(this)) {
      close(CloseReason.TOO_MANY, "too many connections wait to introduce themselves");
      return;
    }
    channel.writeAndFlush(FrameFormat.preamble());
    context
        .executor()
        .schedule(
            () -> {
              if (state == LinkState.AWAITS_HELLO) {
                close(CloseReason.HANDSHAKE_TIMEOUT, "it did not introduce itself in time");
              }
            },
            link.settings().limits().handshake().toNanos(),
            TimeUnit.NANOSECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object frame) throws IOException {
    if (state == LinkState.ENDED) {
      return;
    }
    if (!(frame instanceof LinkMessage control)) {
      state.log();
      return;
    }
    state = state.next(control.getMessageCase());
    lastHeard = System.nanoTime();
    switch (control.getMessageCase()) {
      case HELLO -> hello(control.getHello());
      case POSITION -> position(control.getPosition());
      case DIVERGED -> {
        link.diverged(control.getDiverged());
        close(CloseReason.DIVERGED, "it diverged");
      }
      default -> close(CloseReason.FAREWELL, control.getFarewell().getReason());
    }
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

  private void hello(Hello hello) throws IOException {
    Admission admission = link.admit(this, hello);
    if (admission.refusal() != null) {
      state = LinkState.ENDED;
      channel.writeAndFlush(
          FrameFormat.control(LinkMessage.newBuilder().setRefusal(admission.refusal()).build()));
      close(CloseReason.REFUSED, Refusals.describe(admission.refusal()));
      return;
    }
    decoder.admitted();
    resume = admission.header().getResume();
    received = resume;
    channel
        .writeAndFlush(
            FrameFormat.control(LinkMessage.newBuilder().setHeader(admission.header()).build()))
        .addListener(done -> feed(done.isSuccess()));
  }

  /** The header has left: Netty has nothing more to write. */
  private void feed(boolean written) {
    if (written && !closing) {
      feeding = link.feed(this, channel);
    }
  }

  private void position(Position position) throws WireException {
    long now = position.getReceived();
    if (now < received || position.getExecuted() < executed) {
      throw new WireException(
          CloseReason.UNEXPECTED_MESSAGE,
          "the peer's position went back from " + received + " to " + now);
    }
    if (now > received) {
      received = now;
      lastProgress = lastHeard;
      link.acknowledged(now);
    }
    executed = position.getExecuted();
    link.executed(executed, goal >= 0 && executed >= goal);
  }

  private void close(CloseReason reason, String text) {
    if (closing) {
      return;
    }
    closing = true;
    ByteBuf rest = feeding == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(feeding.end());
    boolean drops = state == LinkState.FEEDS && reason.isDrop();
    state = LinkState.ENDED;
    link.closed(this, reason, text);
    if (drops) {
      tellAndClose(rest, text);
    } else if (reason == CloseReason.CLOSED_HERE) {
      channel.close();
    } else {
      // a refusal that was written before leaves first
      channel.writeAndFlush(rest).addListener(done -> channel.close());
    }
  }

  /** A backup that took this for the primary's death would speak beside it. */
  private void tellAndClose(ByteBuf rest, String text) {
    channel.write(rest);
    channel
        .writeAndFlush(
            FrameFormat.control(
                LinkMessage.newBuilder().setDropped(Dropped.newBuilder().setReason(text)).build()))
        .addListener(done -> channel.close());
    channel
        .eventLoop()
        .schedule(
            (Runnable) channel::close,
            link.settings().limits().slowBackup().toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void onLoop(Runnable task) {
    try {
      channel.eventLoop().execute(task);
    } catch (RejectedExecutionException e) {
      return; // the link is closed, and this connection with it
    }
  }
}
