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

/**
 * What leaves the server. The primary hands it to the gate and goes on; a backup compares it with
 * the primary's. The record: native id, descriptor, length, hash, and what the native returned.
 */
public final class Output {
  /** There is no gate: make the real call, then {@link #sent}. */
  public static final long REAL = Long.MIN_VALUE;

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

  private static long output(
      ManagedThread t, int id, FileDescriptor descriptor, byte[] payload, byte[] receiver)
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
        submit(t, fd, payload, receiver, r.position());
        return result;
      }
    }
    if (Boundary.gate() == null) {
      pendingFd = fd;
      pendingLength = payload.length;
      pendingHash = hash;
      return REAL;
    }
    tellError(t, id, fd, receiver);
    LogWriter w = write(id, fd, payload.length, hash, payload.length);
    if (w != null) {
      submit(t, fd, payload, receiver, w.position());
      Log.publish(true);
    }
    return payload.length;
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
      Divergence.report(
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
      ManagedThread t, int fd, byte[] payload, byte[] receiver, long position) {
    OutputGate gate = Boundary.gate();
    if (gate == null) {
      return;
    }
    t.depth++;
    try {
      gate.submit(fd, payload, receiver, position);
    } finally {
      t.depth--;
    }
  }
}
