package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * What becomes of the old primary's connections when this node goes live: each is seen as reset by
 * the peer, which it is, for the peer speaks to a dead host.
 *
 * <p>The socket that stands in for a connection is connected to a listener of our own on loopback,
 * which is then closed. For connections that nobody has accepted the kernel answers with a reset
 * ({@code inet_csk_listen_stop} in {@code net/ipv4/inet_connection_sock.c}), so the server meets a
 * socket in that state and no other: reads, writes, poll and epoll say so, registrations and
 * options stay, and no native is imitated. Nothing that was to leave on it can leave.
 */
public final class LostConnections {
  /** Below the smallest usual net.core.somaxconn, so that no connect meets a full queue. */
  private static final int BATCH = 64;

  /** ms for a packet on loopback, which takes none unless a firewall drops it. */
  private static final int LIMIT = 200;

  /** {@code <poll.h>}. */
  private static final int POLLOUT = 4;

  /** {@code SHUT_RDWR}, {@code <sys/socket.h>}. */
  private static final int BOTH = 2;

  private LostConnections() {}

  /**
   * Ends all connections that only the old primary had. Called by the turn holder with its hooks
   * off, while every other managed thread waits.
   *
   * @return their number
   */
  public static int reset() {
    int[] numbers = ManagedDescriptors.standIns();
    FileDescriptor[] sockets = new FileDescriptor[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      ManagedDescriptors.add(numbers[i], ManagedDescriptors.LOST);
      sockets[i] = new FileDescriptor();
      Descriptor.set(sockets[i], numbers[i]);
    }
    for (int from = 0; from < sockets.length; from += BATCH) {
      reset(sockets, from, Math.min(sockets.length, from + BATCH));
    }
    return numbers.length;
  }

  /** Resets a connection of nobody, so that the real ones meet loaded code. */
  public static void rehearse() {
    FileDescriptor socket = new FileDescriptor();
    Descriptor.set(socket, RealNatives.get().socket(true));
    reset(new FileDescriptor[] {socket}, 0, 1);
    close(socket);
  }

  private static void reset(FileDescriptor[] sockets, int from, int to) {
    FileDescriptor listener = new FileDescriptor();
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      int port = listen(listener, loopback);
      for (int i = from; i < to; i++) {
        if (!connect(sockets[i], loopback, port)) {
          resetAtItsOwnAddress(sockets[i]);
        }
      }
    } catch (IOException e) {
      // shut below
    } finally {
      close(listener);
    }
    for (int i = from; i < to; i++) {
      awaitReset(sockets[i]);
    }
  }

  /** A socket bound to an IPv6 address reaches no other address of this host for sure. */
  private static void resetAtItsOwnAddress(FileDescriptor socket) {
    FileDescriptor listener = new FileDescriptor();
    try {
      InetAddress own = RealNatives.get().localAddress(socket);
      if (own instanceof Inet6Address && !own.isAnyLocalAddress()) {
        connect(socket, own, listen(listener, own));
      }
    } catch (IOException e) {
      // shut by awaitReset
    } finally {
      close(listener);
    }
  }

  private static int listen(FileDescriptor listener, InetAddress at) throws IOException {
    RealNatives real = RealNatives.get();
    int number = real.socket(true);
    if (number < 0) {
      throw new IOException("no socket");
    }
    Descriptor.set(listener, number);
    real.bind(listener, true, false, at, 0);
    real.listen(listener, BATCH);
    return real.localPort(listener);
  }

  /** False if the socket cannot be connected to this address. */
  private static boolean connect(FileDescriptor socket, InetAddress at, int port)
      throws IOException {
    RealNatives real = RealNatives.get();
    real.blocking(socket, false);
    try {
      return connect(true, socket, at, port) || connect(false, socket, at, port);
    } finally {
      if (!ManagedDescriptors.is(socket, ManagedDescriptors.NONBLOCKING)) {
        real.blocking(socket, true);
      }
    }
  }

  private static boolean connect(boolean ipv6, FileDescriptor socket, InetAddress at, int port) {
    try {
      RealNatives.get().connect(ipv6, socket, at, port);
      return RealNatives.get().poll(socket, POLLOUT, LIMIT) != 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A socket that could not be connected is shut instead: nobody waits on it for ever. */
  private static void awaitReset(FileDescriptor socket) {
    try {
      if (RealNatives.get().poll(socket, Blocking.POLLIN, LIMIT) == 0) {
        RealNatives.get().shutdown(socket, BOTH);
      }
    } catch (IOException e) {
      // the server meets the same error
    }
  }

  private static void close(FileDescriptor socket) {
    int number = Descriptor.get(socket);
    if (number >= 0) {
      try {
        RealNatives.get().close(number);
      } catch (IOException e) {
        // nothing is left to do
      }
    }
  }
}
