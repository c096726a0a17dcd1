package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.IOException;

/**
 * Natives of the JDK that the boundary calls for itself. Implemented by a generated class and
 * installed before the first managed thread.
 */
public abstract class RealNatives {
  private static volatile RealNatives real;

  /** Installs the implementation. */
  public static void install(RealNatives implementation) {
    real = implementation;
  }

  /** The implementation; null before {@link #install}. */
  public static RealNatives get() {
    return real;
  }

  /** dup2(2). */
  public abstract void dup2(int from, int to) throws IOException;

  /** close(2). */
  public abstract void close(int fd) throws IOException;

  /** socket(2), unconnected: IPv6 if the machine has it. */
  public abstract int socket(boolean stream);

  /** Local port of a bound socket. */
  public abstract int localPort(FileDescriptor fd) throws IOException;

  /** poll(2) on one descriptor; {@code events} are those of {@code <poll.h>}, time-out in ms. */
  public abstract int poll(FileDescriptor fd, int events, long timeout) throws IOException;
}
