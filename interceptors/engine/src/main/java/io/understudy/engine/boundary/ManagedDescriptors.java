package io.understudy.engine.boundary;

import io.understudy.engine.log.Log;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.FileDescriptor;
import java.io.IOException;
import java.util.Arrays;

/**
 * Descriptors of managed threads. Each is moved to the lowest free number from {@link #FIRST} up,
 * in turn order, so that numbers are equal on both nodes. Turn holder only, but for the tests of a
 * number.
 */
public final class ManagedDescriptors {
  /** Above what the JVM itself and the class path need. */
  public static final int FIRST = 3000;

  /** Both ends are in this JVM (pipe): used for real on both nodes. */
  public static final int LOCAL = 1;

  /** A datagram socket: connecting it sends nothing. */
  public static final int DATAGRAM = 2;

  /** In non-blocking mode. */
  public static final int NONBLOCKING = 4;

  /** On a backup: an unconnected socket, whose connection only the primary has. */
  public static final int STAND_IN = 8;

  private static final int USED = 16;

  /** A file that only the primary has opened. */
  public static final int FILE = 32;

  /** Its connection was the old primary's, and ended when this node was promoted. */
  public static final int LOST = 64;

  private static byte[] flags = new byte[64];

  private ManagedDescriptors() {}

  public static boolean isManaged(int fd) {
    return fd >= FIRST;
  }

  public static boolean isManaged(FileDescriptor fd) {
    return Descriptor.get(fd) >= FIRST;
  }

  /** Whether one of these flags is set. */
  public static boolean is(int fd, int flag) {
    int i = fd - FIRST;
    return i >= 0 && i < flags.length && (flags[i] & flag) != 0;
  }

  /** Whether one of these flags is set. */
  public static boolean is(FileDescriptor fd, int flag) {
    return is(Descriptor.get(fd), flag);
  }

  // ---- primary

  /** Moves a new descriptor to its number; an error (negative) is given back as it is. */
  public static int take(int real, int flag) throws IOException {
    if (real < 0 || real >= FIRST) {
      return real;
    }
    int i = 0;
    while (i < flags.length && (flags[i] & USED) != 0) {
      i++;
    }
    mark(FIRST + i, flag);
    move(real, FIRST + i);
    return FIRST + i;
  }

  /** As {@link #take(int, int)} for both halves of IOUtil.makePipe's result. */
  public static long takePair(long pair, int flag) throws IOException {
    int high = take((int) (pair >>> 32), flag | LOCAL);
    int low = take((int) pair, flag | LOCAL);
    return ((long) high << 32) | (low & 0xffff_ffffL);
  }

  /** As {@link #take(int, int)} for an array of descriptors whose other ends are ours, too. */
  public static void takeAll(int[] real) throws IOException {
    for (int i = 0; i < real.length; i++) {
      real[i] = take(real[i], LOCAL);
    }
  }

  /** Moves the descriptor in {@code fd}. */
  public static int take(FileDescriptor fd, int flag) throws IOException {
    int number = take(Descriptor.get(fd), flag);
    Descriptor.set(fd, number);
    return number;
  }

  /** The number in {@code fd}. */
  public static int number(FileDescriptor fd) {
    return Descriptor.get(fd);
  }

  // ---- backup

  /** Gives a descriptor the number it has on the primary; negative {@code real}: there is none. */
  public static void give(int real, int number, int flag) throws IOException {
    if (number >= FIRST) {
      mark(number, flag);
      if (real >= 0 && real != number) {
        move(real, number);
      }
    }
  }

  /** As {@link #give(int, int, int)} for both halves; -1: there is no real pair. */
  public static void givePair(long real, long pair, int flag) throws IOException {
    give((int) (real >> 32), (int) (pair >>> 32), flag | LOCAL);
    give((int) real, (int) pair, flag | LOCAL);
  }

  /** As {@link #give(int, int, int)} for an array; -1: there is none. */
  public static void giveAll(int[] real, int[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      give(real[i], numbers[i], LOCAL);
      real[i] = numbers[i];
    }
  }

  /** A connection that exists on the primary alone: an unconnected socket holds its number. */
  public static void standIn(FileDescriptor fd, int number) throws IOException {
    if (number >= FIRST) {
      holdPlace(number, STAND_IN);
      Descriptor.set(fd, number);
    }
  }

  /** An unconnected socket gets a number that only the primary uses. */
  static void holdPlace(int number, int flag) throws IOException {
    ManagedThread self = Turn.enterAgent();
    try {
      give(Boundary.offline() ? -1 : RealNatives.get().socket(true), number, flag);
    } finally {
      Turn.leaveAgent(self);
    }
  }

  /** A connection of the primary began on a socket that stays unconnected here. */
  public static void connected(FileDescriptor fd) {
    add(Descriptor.get(fd), STAND_IN);
  }

  /** Sets one more flag of a descriptor in use. */
  static void add(int number, int flag) {
    int i = number - FIRST;
    if (i >= 0 && i < flags.length && (flags[i] & USED) != 0) {
      flags[i] |= (byte) flag;
    }
  }

  /** Numbers of the connections that only the primary has, ascending. */
  static int[] standIns() {
    return with(STAND_IN);
  }

  /** Numbers of the datagram sockets, ascending. Any thread, which may miss the latest. */
  static int[] datagrams() {
    return with(DATAGRAM);
  }

  private static int[] with(int flag) {
    byte[] now = flags;
    int[] numbers = new int[now.length];
    int n = 0;
    for (int i = 0; i < now.length; i++) {
      if ((now[i] & flag) != 0) {
        numbers[n++] = FIRST + i;
      }
    }
    return Arrays.copyOf(numbers, n);
  }

  // ---- both

  /** IOUtil.configureBlocking was called. */
  public static void blocking(FileDescriptor fd, boolean blocking) {
    int i = Descriptor.get(fd) - FIRST;
    if (i >= 0 && i < flags.length) {
      int f = flags[i] & ~NONBLOCKING;
      flags[i] = (byte) (blocking ? f : f | NONBLOCKING);
    }
  }

  /** The descriptor is being closed: its number is free for the next one. */
  public static void closed(ManagedThread t, int fd) {
    t.depth++;
    try {
      closed(fd);
    } finally {
      t.depth--;
    }
  }

  /** As {@link #closed(ManagedThread, int)}, where the caller's hooks are off. */
  static void closed(int fd) {
    int i = fd - FIRST;
    if (i < 0 || i >= flags.length) {
      return;
    }
    flags[i] = 0;
    PrimaryFiles.closed(i);
    OutputGate gate = Boundary.gate();
    if (gate != null) {
      gate.closed(fd, Log.position());
    }
  }

  /** As {@link #closed(ManagedThread, int)}. */
  public static void closed(ManagedThread t, FileDescriptor fd) {
    closed(t, Descriptor.get(fd));
  }

  /** FileDescriptor.close0 was not made for real; it would have done this. */
  public static void forget(FileDescriptor fd) {
    Descriptor.set(fd, -1);
  }

  private static void mark(int number, int flag) {
    int i = number - FIRST;
    if (i >= flags.length) {
      byte[] more = new byte[i + 64];
      System.arraycopy(flags, 0, more, 0, flags.length);
      flags = more;
    }
    flags[i] = (byte) (flag | USED);
  }

  private static void move(int from, int to) throws IOException {
    RealNatives real = RealNatives.get();
    real.dup2(from, to);
    real.close(from);
  }
}
