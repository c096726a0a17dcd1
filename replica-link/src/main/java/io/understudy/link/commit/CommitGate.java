package io.understudy.link.commit;

import io.understudy.engine.boundary.OutputGate;
import io.understudy.link.LinkEvent;
import java.io.Closeable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The gate through which all output leaves. {@link #submit}, {@link #closed} and {@link #takeError}
 * belong to the turn holder; acknowledgements and releases to the link's thread; mode changes to
 * whoever decides them. To save a thread switch, which costs more than the system call, a few
 * outputs are transmitted on the thread that makes it possible: the one that brings an
 * acknowledgement, or the turn holder itself where nothing is waited for. No transmission blocks.
 * Longer runs, and sockets without room, are left to the thread {@code understudy-sender}.
 */
public final class CommitGate implements OutputGate, Closeable {
  /** Lowest number for the gate's duplicates, above all descriptors that the server can have. */
  public static final int DEFAULT_FLOOR = 10_000;

  /** What waits of one stream, about, beyond what the kernel's own buffer holds. */
  private static final long STREAM_BYTES = 256 << 10;

  private static final int INLINE_OUTPUTS = 8;
  private static final long RETRY_NANOS = 500_000;

  private final Queue<Output> queue = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Transmission transmission;
  private final int floor;
  private final long memoryBytes;
  private final LinkEvent.Listener events;
  private final Thread sender;
  private Outlet[] outlets = new Outlet[0];
  private volatile GateMode mode;
  private volatile long committed;
  private volatile long reported;
  private volatile long submitted;
  private volatile boolean closing;

  /**
   * Starts the sender thread.
   *
   * @param mode how the node begins
   * @param memoryBytes bound of what waits, about
   * @param floor lowest descriptor number for the gate's duplicates
   */
  public CommitGate(GateMode mode, long memoryBytes, int floor, LinkEvent.Listener events) {
    this.mode = mode;
    this.memoryBytes = memoryBytes;
    this.floor = floor;
    this.events = events;
    this.transmission = new Transmission(queue, bytes, this::mayLeave);
    Libc.close(-1); // binds the library here rather than at the first output
    sender = new Thread(null, this::run, "understudy-sender", 0, false);
    sender.setDaemon(true);
    sender.start();
  }

  @Override
  public void submit(int fd, byte[] payload, byte[] address, long position) {
    submitted = position;
    if (mode == GateMode.HOLDING && position <= reported) {
      return;
    }
    enqueue(new Output(outlet(fd), payload, address, position));
  }

  @Override
  public void urgent(int fd, byte data, long position) {
    submitted = position;
    if (mode == GateMode.HOLDING && position <= reported) {
      return;
    }
    Outlet outlet = outlet(fd);
    outlet.stream();
    enqueue(Output.urgent(outlet, data, position));
  }

  @Override
  public void closed(int fd, long position) {
    if (fd < outlets.length && outlets[fd] != null) {
      Outlet outlet = outlets[fd];
      outlets[fd] = null;
      submitted = position;
      enqueue(Output.close(outlet, position));
    }
  }

  @Override
  public int room(int fd) {
    Outlet outlet = outlet(fd);
    outlet.stream();
    if (outlet.waiting() >= STREAM_BYTES) {
      transmitSome();
    }
    return (int) Math.max(0, STREAM_BYTES - outlet.waiting());
  }

  @Override
  public void shutdown(int fd, long position) {
    Outlet outlet = outlet(fd);
    outlet.stream();
    submitted = position;
    enqueue(Output.shutdown(outlet, position));
  }

  @Override
  public boolean hasRoom() {
    return bytes.get() < memoryBytes;
  }

  @Override
  public int takeError(int fd, byte[] address) {
    return fd < outlets.length && outlets[fd] != null ? outlets[fd].takeError(address) : 0;
  }

  /** The backup holds the log up to here. Calls must come one after the other. */
  public void acknowledged(long position) {
    if (position > committed) {
      committed = position;
      if (mode == GateMode.COMMIT) {
        transmitSome();
      }
    }
  }

  /** Backup: the primary has transmitted all outputs up to here, so they need no second sending. */
  public void released(long position) {
    if (position > reported) {
      reported = position;
      if (mode == GateMode.HOLDING) {
        transmission.forget(position);
      }
    }
  }

  /**
   * All outputs up to this position have been transmitted, or have failed for good; on a backup, by
   * the primary. Never falls.
   */
  public long releasedPosition() {
    return mode == GateMode.HOLDING ? reported : Math.max(reported, transmission.released());
  }

  /** Log position behind the last output that was submitted. */
  public long submittedPosition() {
    return submitted;
  }

  /** From now on outputs wait for the backup. */
  public void commit() {
    change(GateMode.COMMIT, GateMode.ALONE, GateMode.COMMIT);
  }

  /** This node holds the epoch alone: what waits leaves now, and what comes leaves at once. */
  public void alone() {
    change(GateMode.ALONE, GateMode.COMMIT, GateMode.ALONE);
  }

  /**
   * The backup becomes the speaker: what the old primary never reported as released leaves again,
   * in order. To be called with the log consumed and the turn held.
   */
  public void promote() {
    transmission.forget(reported);
    transmission.countAsResent(submitted);
    change(GateMode.ALONE, GateMode.HOLDING);
  }

  /** Outputs that {@link #promote} sent again, so far. */
  public long resent() {
    return transmission.resent();
  }

  /** Bytes, with some overhead, that wait. */
  public long waitingBytes() {
    return bytes.get();
  }

  public GateMode mode() {
    return mode;
  }

  /**
   * Waits until all outputs up to a position have left.
   *
   * @return false if they have not after {@code nanos}
   */
  public boolean awaitReleased(long position, long nanos) {
    long deadline = System.nanoTime() + nanos;
    while ((releasedPosition() < position || transmission.isBlocked()) && !transmission.isIdle()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(this, 100_000);
    }
    return true;
  }

  /** Ends the sender thread. What waits is not transmitted any more. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(sender);
  }

  private void enqueue(Output output) {
    output.outlet().waits(output);
    bytes.addAndGet(output.weight());
    queue.add(output);
    if (mayLeave(output.position())) {
      transmitSome();
    }
  }

  private boolean mayLeave(long position) {
    GateMode m = mode;
    return m.transmitsAtOnce() || (m == GateMode.COMMIT && position <= committed);
  }

  private void transmitSome() {
    if (transmission.run(INLINE_OUTPUTS)) {
      LockSupport.unpark(sender);
    }
  }

  private void run() {
    while (!closing) {
      boolean more = transmission.run(Integer.MAX_VALUE);
      if (more) {
        LockSupport.parkNanos(this, RETRY_NANOS);
      } else {
        LockSupport.park(this);
      }
    }
  }

  private synchronized void change(GateMode to, GateMode... from) {
    if (!Arrays.asList(from).contains(mode)) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "the output gate cannot go from %s to %s", mode, to));
    }
    mode = to;
    LockSupport.unpark(sender);
  }

  private Outlet outlet(int fd) {
    if (fd >= outlets.length) {
      outlets = Arrays.copyOf(outlets, Math.max(fd + 1, outlets.length * 2));
    }
    Outlet outlet = outlets[fd];
    if (outlet == null) {
      outlet = new Outlet(fd, floor);
      outlets[fd] = outlet;
      if (!outlet.isOpen()) {
        events.event(
            new LinkEvent(
                LinkEvent.Kind.OUTPUT_FAILED,
                "descriptor "
                    + fd
                    + " cannot be duplicated at "
                    + floor
                    + " or above (errno "
                    + outlet.takeError(null)
                    + "); what the server sends on it is lost; raise the limit"
                    + " of open files (ulimit -n) well above "
                    + floor));
      }
    }
    return outlet;
  }
}
