package io.understudy.link.commit;

import com.sun.jna.Native;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The gate's own duplicate of one socket, with what the kernel would not take yet. A descriptor
 * number that is used again gets a new outlet.
 */
final class Outlet {
  private static final int FLAGS = Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL;

  private final int descriptor;
  private final Failures failures = new Failures();

  /** Errno of the duplication, which makes the socket fail for ever and for all; or 0. */
  private final int broken;

  /** Weight of what waits; the turn holder adds, the gate takes away. */
  private final AtomicLong waiting = new AtomicLong();

  private volatile boolean stream;

  /** Outputs, in order, behind one that the socket has no room for. Guarded by the gate. */
  final Deque<Output> blocked = new ArrayDeque<>();

  /**
   * Duplicates the socket.
   *
   * @param floor lowest number for the duplicate
   */
  Outlet(int fd, int floor) {
    descriptor = Libc.fcntl(fd, Libc.F_DUPFD_CLOEXEC, floor);
    broken = descriptor < 0 ? Native.getLastError() : 0;
  }

  boolean isOpen() {
    return descriptor >= 0;
  }

  /**
   * Transmits without blocking.
   *
   * @return false if the socket has no room: try the same output again later. A failure is
   *     remembered and counts as done.
   */
  boolean transmit(Output output) {
    if (descriptor < 0) {
      return true;
    }
    boolean refusedBefore = false;
    while (true) {
      long sent = send(output);
      if (sent >= 0) {
        output.advance((int) sent);
        if (output.isDone()) {
          return true;
        }
        continue;
      }
      int errno = Native.getLastError();
      if (errno == Libc.EAGAIN) {
        return false;
      }
      if (errno == Libc.ECONNREFUSED && !refusedBefore) {
        // an ICMP error of an earlier datagram: reported once, this one was not tried yet
        refusedBefore = true;
        failures.add(errno, output.address());
      } else if (errno != Libc.EINTR) {
        failures.add(errno, output.address());
        return true;
      }
    }
  }

  /**
   * Returns the errno of the last failed transmission to this receiver and forgets it; 0 if all
   * went well. A socket without a duplicate fails for ever and for all.
   */
  int takeError(byte[] address) {
    return broken != 0 ? broken : failures.take(address);
  }

  /** Marks the socket as one of a stream. */
  void stream() {
    stream = true;
  }

  boolean isStream() {
    return stream;
  }

  /** Counts an output that waits. */
  void waits(Output output) {
    waiting.addAndGet(output.weight());
  }

  /** An output does not wait any more. */
  void left(Output output) {
    waiting.addAndGet(-output.weight());
  }

  long waiting() {
    return waiting.get();
  }

  /** No more will be sent. A failure (the peer has reset it) changes nothing. */
  void shutdown() {
    if (descriptor >= 0) {
      Libc.shutdown(descriptor, Libc.SHUT_WR);
    }
  }

  void close() {
    if (descriptor >= 0) {
      Libc.close(descriptor);
    }
  }

  private long send(Output output) {
    byte[] payload = output.remaining();
    byte[] address = output.address();
    int flags = output.isUrgent() ? FLAGS | Libc.MSG_OOB : FLAGS;
    return address == null
        ? Libc.send(descriptor, payload, payload.length, flags)
        : Libc.sendto(descriptor, payload, payload.length, FLAGS, address, address.length);
  }
}
