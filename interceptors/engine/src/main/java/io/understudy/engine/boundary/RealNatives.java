package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;

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

  /** Local address of a socket; the wildcard if it is not bound. */
  public abstract InetAddress localAddress(FileDescriptor fd) throws IOException;

  /**
   * bind(2).
   *
   * @param ipv6 the socket is of IPv6
   * @param exclusive ignored on Linux
   */
  public abstract void bind(
      FileDescriptor fd, boolean ipv6, boolean exclusive, InetAddress address, int port)
      throws IOException;

  /** listen(2). */
  public abstract void listen(FileDescriptor fd, int backlog) throws IOException;

  /**
   * connect(2).
   *
   * @param ipv6 the socket is of IPv6
   */
  public abstract int connect(boolean ipv6, FileDescriptor fd, InetAddress address, int port)
      throws IOException;

  /** shutdown(2); {@code how} is that of {@code <sys/socket.h>}. */
  public abstract void shutdown(FileDescriptor fd, int how) throws IOException;

  /** Sets or clears O_NONBLOCK. */
  public abstract void blocking(FileDescriptor fd, boolean blocking) throws IOException;

  /** write(2) of memory; an {@code sun.nio.ch.IOStatus} if nothing was written. */
  public abstract int write(FileDescriptor fd, long address, int length) throws IOException;

  /** poll(2) on one descriptor; {@code events} are those of {@code <poll.h>}, time-out in ms. */
  public abstract int poll(FileDescriptor fd, int events, long timeout) throws IOException;
}
