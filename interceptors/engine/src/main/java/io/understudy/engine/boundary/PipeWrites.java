package io.understudy.engine.boundary;

import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.ManagedThread;
import java.io.FileDescriptor;
import java.io.IOException;
import jdk.internal.misc.Unsafe;

/**
 * Writes to a pipe in blocking mode, whose other end is in this JVM. Bytes go into the pipe with
 * the turn held, on both nodes, in pieces that do not block; for room the turn is given up. Each
 * try has a record of its own, so that what a reader on another thread finds is the same on both.
 */
public final class PipeWrites {
  /** pipe(7): a write of so much is whole, and does not block where poll(2) says POLLOUT. */
  private static final int PIPE_BUF = 4096;

  /** {@code sun.nio.ch.IOStatus}. */
  private static final int UNAVAILABLE = -2;

  private static final int INTERRUPTED = -3;

  /** struct iovec of readv(2): two words. */
  private static final int IOVEC = 16;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private PipeWrites() {}

  /** Whether writes to this descriptor may wait for a reader of this JVM. */
  public static boolean block(FileDescriptor fd) {
    return ManagedDescriptors.is(fd, ManagedDescriptors.LOCAL)
        && !ManagedDescriptors.is(fd, ManagedDescriptors.NONBLOCKING);
  }

  /** One buffer, until all is written, or as much as was when a signal came. */
  public static long buffer(ManagedThread t, int id, FileDescriptor fd, long address, int length)
      throws Throwable {
    int done = 0;
    do {
      int n = piece(t, id, fd, address + done, Math.min(PIPE_BUF, length - done));
      if (n >= 0) {
        done += n;
      } else if (n != UNAVAILABLE) {
        return done > 0 ? done : n;
      }
    } while (done < length);
    return done;
  }

  /** The buffers of an iovec. */
  public static long vector(ManagedThread t, int id, FileDescriptor fd, long iovec, int count)
      throws Throwable {
    long done = 0;
    for (int i = 0; i < count; i++) {
      long base = UNSAFE.getAddress(iovec + (long) i * IOVEC);
      int length = (int) UNSAFE.getAddress(iovec + (long) i * IOVEC + Long.BYTES);
      long n = length == 0 ? 0 : buffer(t, id, fd, base, length);
      if (n < 0) {
        return done > 0 ? done : n;
      }
      done += n;
      if (n < length) {
        break;
      }
    }
    return done;
  }

  /**
   * One try.
   *
   * @return bytes written; UNAVAILABLE: there was no room, try again; INTERRUPTED: a signal came
   */
  private static int piece(ManagedThread t, int id, FileDescriptor fd, long address, int length)
      throws Throwable {
    int how = Blocking.enter(t, id, true);
    if (how == Blocking.CONSUMED) {
      int logged = (int) Calls.result();
      if (logged > 0 && Effects.real()) {
        follow(t, id, fd, address, logged);
      }
      return logged;
    }
    int result = UNAVAILABLE;
    Throwable thrown = null;
    try {
      if (how == Blocking.TRY && !Blocking.ready(fd, Blocking.POLLOUT)) {
        how = Blocking.release(t);
      }
      if (how != Blocking.TRY && RealNatives.get().poll(fd, Blocking.POLLOUT, -1) == 0) {
        result = INTERRUPTED;
      }
    } catch (IOException e) {
      thrown = e;
    }
    Blocking.back(t, how);
    t.depth++;
    try {
      if (thrown == null && result != INTERRUPTED && Blocking.ready(fd, Blocking.POLLOUT)) {
        result = RealNatives.get().write(fd, address, length);
      }
    } catch (IOException e) {
      thrown = e;
    } finally {
      t.depth--;
    }
    record(t, id, result, thrown);
    return result;
  }

  private static void record(ManagedThread t, int id, int result, Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      Calls.threw(t, id, thrown);
      throw thrown;
    }
    LogWriter w = Calls.begin(id);
    if (w != null) {
      w.signed(result);
      w.end();
    }
  }

  /** The backup's own pipe gets what the primary's got. */
  private static void follow(ManagedThread t, int id, FileDescriptor fd, long address, int length) {
    t.depth++;
    try {
      boolean room = Blocking.ready(fd, Blocking.POLLOUT);
      Effects.compare(id, room ? RealNatives.get().write(fd, address, length) : 0, length);
    } catch (IOException e) {
      Effects.failed(id);
    } finally {
      t.depth--;
    }
  }
}
