package io.understudy.engine.boundary;

import io.understudy.engine.log.Memory;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.FileDescriptor;
import java.io.IOException;

/**
 * Tells what datagrams a backup's server takes from the log. Called by bridges on the turn holder,
 * but for {@link #watch} and {@link #ports}.
 */
public final class Consumption {
  /** {@code struct sockaddr_in6}; a {@code sockaddr_in} is shorter. */
  private static final int SOCKADDR = 28;

  private static volatile Watcher watcher;

  private Consumption() {}

  /** Who is told. On the turn holder with its hooks off. */
  public interface Watcher {
    /**
     * The server has taken one.
     *
     * @param port of the server's socket
     * @param payload the bytes received
     * @param cut they filled the receiver's buffer: the datagram may have been longer
     * @param sender a {@code struct sockaddr}; null: that to which the socket is connected
     */
    void consumed(int port, byte[] payload, boolean cut, byte[] sender);
  }

  /** From now on this one is told; null: nobody. Any thread. */
  public static void watch(Watcher who) {
    watcher = who;
  }

  /** A consumed receive filled memory, and that of the sender's address unless it is 0. */
  public static void memory(FileDescriptor fd, long address, long room, long length, long sender) {
    Watcher w = watcher;
    if (w == null || length < 0) {
      return;
    }
    byte[] from = null;
    if (sender != 0) {
      from = new byte[SOCKADDR];
      Memory.read(sender, from, 0, SOCKADDR);
    }
    tell(w, fd, Buffers.copy(address, (int) length), length == room, from);
  }

  /** A consumed read filled the buffers of an iovec. */
  public static void vector(FileDescriptor fd, long iovec, int count, long length) {
    Watcher w = watcher;
    if (w == null || length < 0) {
      return;
    }
    byte[] payload = Buffers.gather(iovec, count, length);
    boolean cut = Buffers.gather(iovec, count, length + 1).length == length;
    tell(w, fd, payload, cut, null);
  }

  private static void tell(
      Watcher w, FileDescriptor fd, byte[] payload, boolean cut, byte[] sender) {
    ManagedThread t = Turn.enterAgent();
    try {
      w.consumed(Effects.localPort(fd), payload, cut, sender);
    } finally {
      Turn.leaveAgent(t);
    }
  }

  /** The ports of the server's datagram sockets. Any thread but a managed one. */
  public static int[] ports() {
    int[] numbers = ManagedDescriptors.datagrams();
    FileDescriptor fd = new FileDescriptor();
    for (int i = 0; i < numbers.length; i++) {
      Descriptor.set(fd, numbers[i]);
      numbers[i] = port(fd);
    }
    return numbers;
  }

  private static int port(FileDescriptor fd) {
    try {
      return RealNatives.get().localPort(fd);
    } catch (IOException closed) {
      return 0; // nothing is sent there
    }
  }
}
