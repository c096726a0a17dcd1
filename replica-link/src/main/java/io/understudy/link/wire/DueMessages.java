package io.understudy.link.wire;

import io.understudy.link.LinkLimits;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.message.Backlog;
import io.understudy.link.message.CaughtUp;
import io.understudy.link.message.Clocks;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Released;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * What a backup is told beside the log, each when it is due. Used by the thread that writes, unless
 * a method says otherwise.
 */
final class DueMessages {
  private record Last(LinkMessage message, long from) {}

  private final LinkLimits limits;
  private final CommitGate gate;
  private final LongSupplier nanos;
  private final LongSupplier millis;
  private final LongSupplier end;
  private volatile LinkMessage caughtUp;
  private boolean toldCaughtUp;
  private volatile Last farewell;
  private volatile boolean saidFarewell;
  private volatile long lastClocks;
  private long reportedRelease;
  private long lastReleased;

  /**
   * @param nanos the server's logical {@code System.nanoTime}
   * @param millis the server's logical {@code System.currentTimeMillis}
   * @param end log position behind the last record
   */
  DueMessages(
      LinkLimits limits,
      CommitGate gate,
      LongSupplier nanos,
      LongSupplier millis,
      LongSupplier end) {
    this.limits = limits;
    this.gate = gate;
    this.nanos = nanos;
    this.millis = millis;
    this.end = end;
  }

  /** For a new backup, before anybody writes to it. */
  void restart() {
    reportedRelease = 0;
    caughtUp = null;
    toldCaughtUp = false;
    lastReleased = System.nanoTime() - limits.released().toNanos();
    lastClocks = System.nanoTime() - limits.clocks().toNanos();
  }

  /** The backup has executed all that was made before it came. Any thread. */
  void caughtUp(long position) {
    caughtUp =
        LinkMessage.newBuilder().setCaughtUp(CaughtUp.newBuilder().setPosition(position)).build();
  }

  /** Is to be said once the log up to a position has been sent; null: no more. Any thread. */
  void farewell(LinkMessage message, long from) {
    farewell = message == null ? null : new Last(message, from);
  }

  /** Any thread. */
  boolean saidFarewell() {
    return saidFarewell;
  }

  /** Nanoseconds until the next message is due. Any thread. */
  long untilDue() {
    long every = limits.clocks().toNanos();
    return saidFarewell ? every : every - (System.nanoTime() - lastClocks);
  }

  /**
   * Puts the frames that are due and fit. What can wait does so for something else to be written
   * with: a frame of its own is a system call here and a thread switch there.
   *
   * @param live whether the backup has caught up
   * @param sent the log was sent up to here
   */
  void put(boolean live, long sent, ByteBuffer out) {
    if (saidFarewell) {
      return; // nothing may follow it
    }
    long now = System.nanoTime();
    LinkMessage news = caughtUp;
    toldCaughtUp = toldCaughtUp || (news != null && put(news, out));
    if (now - lastClocks >= limits.clocks().toNanos()
        && put(toldCaughtUp ? clocks(sent) : backlog(), out)) {
      lastClocks = now;
    }
    Last last = farewell;
    boolean leaves = last != null && live && sent >= last.from;
    long released = gate.releasedPosition();
    long wait = (out.position() > 0 ? limits.released() : limits.clocks()).toNanos();
    boolean due = leaves || now - lastReleased >= wait; // else the next speaker sends it again
    if (released > reportedRelease && due && put(released(released), out)) {
      reportedRelease = released;
      lastReleased = now;
    }
    if (leaves) {
      saidFarewell = put(last.message, out);
    }
  }

  private LinkMessage backlog() {
    return LinkMessage.newBuilder()
        .setBacklog(Backlog.newBuilder().setEnd(end.getAsLong()))
        .build();
  }

  private LinkMessage clocks(long sent) {
    return LinkMessage.newBuilder()
        .setClocks(
            Clocks.newBuilder()
                .setPosition(sent)
                .setNanos(nanos.getAsLong())
                .setMillis(millis.getAsLong()))
        .build();
  }

  private static LinkMessage released(long position) {
    return LinkMessage.newBuilder()
        .setReleased(Released.newBuilder().setPosition(position))
        .build();
  }

  private static boolean put(LinkMessage message, ByteBuffer out) {
    byte[] frame = FrameFormat.controlBytes(message);
    boolean fits = out.remaining() >= frame.length;
    if (fits) {
      out.put(frame);
    }
    return fits;
  }
}
