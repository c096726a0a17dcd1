package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.FileDescriptor;
import java.io.IOException;
import java.util.Arrays;

/**
 * What leaves the server. The primary hands it to the gate and goes on; a backup compares it with
 * the primary's; what left by a connection of the primary it does not remember, since that ends
 * with the primary. The record: native id, descriptor, length, hash, and what the native returned.
 */
public final class Output {
  /** There is no gate, or no connection any more: make the real call, then {@link #sent}. */
  public static final long REAL = Long.MIN_VALUE;

  /** {@code sun.nio.ch.IOStatus.UNAVAILABLE}. */
  private static final int UNAVAILABLE = -2;

  /** {@code <sys/socket.h>}. */
  private static final int SHUT_RD = 0;

  private static final int SHUT_RDWR = 2;

  /** Of the output that {@link #REAL} was answered for; the turn is held meanwhile. */
  private static int pendingFd;

  private static int pendingLength;
  private static int pendingHash;

  private Output() {}

  /**
   * One buffer.
   *
   * @param target address of a {@code struct sockaddr}, unless {@code targetLength} is 0
   * @return what the native returns, or {@link #REAL}
   */
  public static long buffer(
      ManagedThread t,
      int id,
      FileDescriptor fd,
      long address,
      int length,
      long target,
      int targetLength)
      throws Throwable {
    byte[] receiver = targetLength > 0 ? Buffers.copy(target, targetLength) : null;
    return output(t, id, fd, Buffers.copy(address, length), receiver);
  }

  /** The buffers of an iovec, on a connected socket. */
  public static long vector(ManagedThread t, int id, FileDescriptor fd, long iovec, int count)
      throws Throwable {
    return output(t, id, fd, Buffers.gather(iovec, count, Integer.MAX_VALUE), null);
  }

  /**
   * A byte of urgent data, on a connected stream. Without room in the gate it is refused, as by a
   * socket that does not block.
   */
  public static long urgent(ManagedThread t, int id, FileDescriptor fd, byte data)
      throws Throwable {
    return output(t, id, fd, new byte[] {data}, null, true);
  }

  private static long output(
      ManagedThread t, int id, FileDescriptor descriptor, byte[] payload, byte[] receiver)
      throws Throwable {
    return output(t, id, descriptor, payload, receiver, false);
  }

  private static long output(
      ManagedThread t,
      int id,
      FileDescriptor descriptor,
      byte[] payload,
      byte[] receiver,
      boolean urgent)
      throws Throwable {
    Boundary.hit(id);
    int fd = Descriptor.get(descriptor);
    int hash = OutputHash.of(payload, receiver);
    if (Turn.replaying()) {
      LogReader r = Log.reader();
      if (r.peek() == RecordKind.THROW) {
        Calls.consume(t, id);
      }
      if (r.next(RecordKind.OUTPUT)) {
        long result = compare(r, t, id, fd, payload.length, hash);
        if (!ManagedDescriptors.is(fd, ManagedDescriptors.STAND_IN)) {
          submit(t, fd, payload, receiver, urgent, r.position());
        }
        return result;
      }
    }
    if (Boundary.gate() == null || ManagedDescriptors.is(fd, ManagedDescriptors.LOST)) {
      pendingFd = fd;
      pendingLength = payload.length;
      pendingHash = hash;
      return REAL;
    }
    tellError(t, id, fd, receiver);
    int taken = taken(t, fd, payload.length);
    LogWriter w = write(id, fd, payload.length, hash, taken);
    if (w != null) {
      if (taken >= 0) {
        byte[] part = taken == payload.length ? payload : Arrays.copyOf(payload, taken);
        submit(t, fd, part, receiver, urgent, w.position());
      }
      Log.publish(true);
    }
    return taken;
  }

  /**
   * How much of a write the gate takes: of a stream without room nothing, as if the socket's buffer
   * was full. The JDK then waits in poll or epoll, with the turn given up, also in blocking mode;
   * there a write that begins is taken whole, since its caller may not look at the result.
   */
  private static int taken(ManagedThread t, int fd, int length) {
    if (ManagedDescriptors.is(fd, ManagedDescriptors.DATAGRAM) || length == 0) {
      return length;
    }
    t.depth++;
    try {
      int room = Boundary.gate().room(fd);
      if (room <= 0) {
        return UNAVAILABLE;
      }
      boolean part = ManagedDescriptors.is(fd, ManagedDescriptors.NONBLOCKING);
      return part ? Math.min(room, length) : length;
    } finally {
      t.depth--;
    }
  }

  /**
   * shutdown(2) of a stream: the sending half is shut behind what was sent before.
   *
   * @param how of {@code <sys/socket.h>}
   * @return what is left to be shut at once, or -1
   */
  public static int shutdown(ManagedThread t, FileDescriptor descriptor, int how) {
    OutputGate gate = Boundary.gate();
    int fd = Descriptor.get(descriptor);
    int atOnce = ManagedDescriptors.LOST | ManagedDescriptors.DATAGRAM;
    if (how == SHUT_RD || gate == null || ManagedDescriptors.is(fd, atOnce)) {
      return how;
    }
    t.depth++;
    try {
      gate.shutdown(fd, Log.position());
    } finally {
      t.depth--;
    }
    return how == SHUT_RDWR ? SHUT_RD : -1;
  }

  /**
   * Throws what the kernel said to an earlier output that has left since, as a socket does with the
   * errors that reach it between two calls. The log holds it, so that a backup throws the same.
   */
  private static void tellError(ManagedThread t, int id, int fd, byte[] receiver)
      throws IOException {
    int errno = Boundary.gate().takeError(fd, receiver);
    if (errno == 0) {
      return;
    }
    t.depth++;
    IOException error;
    try {
      error = SendError.of(errno, ManagedDescriptors.is(fd, ManagedDescriptors.DATAGRAM));
    } finally {
      t.depth--;
    }
    Calls.threw(t, id, error);
    throw error;
  }

  /** Records what the real call that {@link #REAL} asked for has returned. */
  public static void sent(int id, long result) {
    if (write(id, pendingFd, pendingLength, pendingHash, result) != null) {
      Log.publish(true);
    }
  }

  private static LogWriter write(int id, int fd, int length, int hash, long result) {
    if (!Turn.recording()) {
      return null;
    }
    LogWriter w = Log.writer();
    w.begin(RecordKind.OUTPUT);
    w.unsigned(id);
    w.signed(fd);
    w.unsigned(length);
    w.signed(hash);
    w.signed(result);
    w.end();
    return w;
  }

  private static long compare(LogReader r, ManagedThread t, int id, int fd, int length, int hash) {
    int loggedId = (int) r.unsigned();
    int loggedFd = (int) r.signed();
    int loggedLength = (int) r.unsigned();
    int loggedHash = (int) r.signed();
    if (loggedId != id || loggedFd != fd || loggedLength != length || loggedHash != hash) {
      Divergence.inRecord(
          describe(id, fd, length, hash) + " by thread " + t,
          describe(loggedId, loggedFd, loggedLength, loggedHash));
    }
    return r.signed();
  }

  private static String describe(int id, int fd, int length, int hash) {
    return "output "
        + Boundary.name(id)
        + " on descriptor "
        + fd
        + ", "
        + length
        + " bytes, hash "
        + Integer.toHexString(hash);
  }

  private static void submit(
      ManagedThread t, int fd, byte[] payload, byte[] receiver, boolean urgent, long position) {
    OutputGate gate = Boundary.gate();
    if (gate == null) {
      return;
    }
    t.depth++;
    try {
      if (urgent) {
        gate.urgent(fd, payload[0], position);
      } else {
        gate.submit(fd, payload, receiver, position);
      }
    } finally {
      t.depth--;
    }
  }
}
