package io.understudy.netctl.shadow;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last datagrams, within a time and a size. One thread. */
public final class Ring {
  private final Deque<Datagram> kept = new ArrayDeque<>();
  private final long nanos;
  private final long most;
  private long bytes;

  /**
   * @param nanos how long one is kept
   * @param most bytes that are kept in all
   */
  public Ring(long nanos, long most) {
    this.nanos = nanos;
    this.most = most;
  }

  /** Adds the newest. */
  public void add(Datagram datagram) {
    kept.addLast(datagram);
    bytes += datagram.packet().length;
    while (bytes > most) {
      drop();
    }
  }

  /** Drops what is too old by now. */
  public void expire(long now) {
    while (!kept.isEmpty() && now - kept.peekFirst().nanos() > nanos) {
      drop();
    }
  }

  /** Takes the oldest out; null if there is none. */
  public Datagram take() {
    return kept.isEmpty() ? null : drop();
  }

  private Datagram drop() {
    Datagram oldest = kept.removeFirst();
    bytes -= oldest.packet().length;
    return oldest;
  }

  /** When the oldest came, or else now. */
  public long since() {
    return kept.isEmpty() ? System.nanoTime() : kept.peekFirst().nanos();
  }

  public int size() {
    return kept.size();
  }

  /** Bytes of all that is kept. */
  public long bytes() {
    return bytes;
  }
}
