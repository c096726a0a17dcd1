package io.understudy.link.wire;

import io.understudy.link.LinkLimits;
import io.understudy.link.commit.CommitGate;
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
  private volatile Last farewell;
  private volatile boolean saidFarewell;
  private volatile long lastClocks;
  private long reportedRelease;
  private long lastReleased;

  DueMessages(LinkLimits limits, CommitGate gate, LongSupplier nanos, LongSupplier millis) {
    this.limits = limits;
    this.gate = gate;
    this.nanos = nanos;
    this.millis = millis;
  }

  /** For a new backup, before anybody writes to it. */
  void restart() {
    reportedRelease = 0;
    lastReleased = System.nanoTime() - limits.released().toNanos();
    lastClocks = System.nanoTime() - limits.clocks().toNanos();
  }

  /** Is to be said once the log up to a position has been sent. Any thread. */
  void farewell(LinkMessage message, long from) {
    farewell = new Last(message, from);
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
   * Puts the frames that are due and fit.
   *
   * @param live whether the backup has caught up
   * @param sent the log was sent up to here
   */
  void put(boolean live, long sent, ByteBuffer out) {
    if (saidFarewell) {
      return; // nothing may follow it
    }
    long now = System.nanoTime();
    if (now - lastClocks >= limits.clocks().toNanos() && put(clocks(sent), out)) {
      lastClocks = now;
    }
    long released = gate.releasedPosition();
    if (released > reportedRelease
        && now - lastReleased >= limits.released().toNanos()
        && put(released(released), out)) {
      reportedRelease = released;
      lastReleased = now;
    }
    Last last = farewell;
    if (last != null && live && sent >= last.from) {
      saidFarewell = put(last.message, out);
    }
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
