package io.understudy.link.control;

import com.sun.jna.Native;
import io.understudy.link.message.AgentLifeLine;
import io.understudy.link.message.ControlFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection to netctl that ends with this process, and at once.
 *
 * <p>The kernel closes a dead process' sockets only after it has freed its memory, which takes tens
 * of milliseconds for a JVM: both are shared by all threads, and go with the last one ({@code
 * do_exit} calls {@code exit_mm} before {@code exit_files}). So the thread {@code understudy-life}
 * takes a descriptor table of its own, with this one connection in it. It is closed as soon as that
 * thread has died: measured, 0.5 ms after SIGKILL where an ordinary socket took 30 to 80 ms.
 *
 * <p>From the moment it has left the common table, the thread may do nothing that opens, closes or
 * uses a descriptor of the JVM, so not even load a class. It runs one loop of calls of libc, which
 * the starting thread has gone through before.
 */
public final class LifeLine {
  private static final int RETRY_MICROS = 250_000;
  private static final int FIRST_OWN = 3;
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** sizeof(sun_path), unix(7), with its closing zero. */
  private static final int MAX_PATH = 108;

  private enum State {
    STARTING,
    HELD,
    NO_TABLE
  }

  private final byte[] address;
  private final byte[] greeting;
  private final byte[] answer = new byte[1];
  private volatile State state = State.STARTING;
  private volatile int errno;

  private LifeLine(byte[] address, byte[] greeting) {
    this.address = address;
    this.greeting = greeting;
  }

  /**
   * Opens the line and keeps it for the life of this process; a netctl that is started again gets
   * it anew.
   *
   * @param socket path of netctl's unix socket
   * @param pid of this process, as in its registration
   * @throws IOException if this kernel does not allow it; the process then lives on without
   */
  public static LifeLine start(Path socket, long pid) throws IOException {
    LifeLine line = new LifeLine(address(socket), greeting(pid));
    line.rehearse();
    Thread thread = new Thread(null, line::run, "understudy-life", 0, false);
    thread.setDaemon(true);
    thread.start();
    line.awaitHeld();
    return line;
  }

  private void awaitHeld() throws IOException {
    long start = System.nanoTime();
    while (state == State.STARTING && System.nanoTime() - start < START_LIMIT_NANOS) {
      LockSupport.parkNanos(this, 100_000);
    }
    if (state == State.NO_TABLE) {
      throw new IOException("close_range failed with errno " + errno + "; Linux 5.9 is needed");
    }
    if (state == State.STARTING) {
      throw new IOException("netctl did not take the connection in time");
    }
  }

  /** Goes through all that the thread will do, in the common table, with a socket nobody has. */
  private void rehearse() {
    byte[] nowhere = Arrays.copyOf(address, address.length);
    nowhere[2] = 0;
    Libc.syscall(Libc.SYS_CLOSE_RANGE, 1, 0, 0);
    hold(open(nowhere));
    leaveTable(1, 0);
    state = State.STARTING;
    pause(1);
  }

  private void run() {
    if (!leaveTable(FIRST_OWN, -1)) {
      return;
    }
    while (true) {
      hold(open(address));
      pause(RETRY_MICROS);
    }
  }

  private boolean leaveTable(int first, int last) {
    if (Libc.syscall(Libc.SYS_CLOSE_RANGE, first, last, Libc.CLOSE_RANGE_UNSHARE) != 0) {
      errno = Native.getLastError();
      state = State.NO_TABLE;
      return false;
    }
    return true;
  }

  private int open(byte[] to) {
    int fd = Libc.socket(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
    if (Libc.connect(fd, to, to.length) == 0
        && Libc.write(fd, greeting, greeting.length) == greeting.length) {
      state = State.HELD;
    }
    return fd;
  }

  /** Waits until netctl ends the line: it sends nothing. A signal is no end: netctl would fence. */
  private void hold(int fd) {
    long got;
    do {
      got = Libc.read(fd, answer, 1);
    } while (got > 0 || (got < 0 && Native.getLastError() == Libc.EINTR));
    Libc.close(fd);
  }

  private static void pause(int micros) {
    Libc.usleep(micros);
  }

  private static byte[] address(Path socket) throws IOException {
    byte[] path = socket.toString().getBytes(StandardCharsets.UTF_8);
    if (path.length >= MAX_PATH) {
      throw new IOException(socket + " is longer than the " + (MAX_PATH - 1) + " bytes of unix(7)");
    }
    ByteBuffer address = ByteBuffer.allocate(2 + path.length + 1);
    address.put((byte) Libc.AF_UNIX).put((byte) 0).put(path); // sa_family_t is little-endian here
    return address.array();
  }

  private static byte[] greeting(long pid) {
    byte[] frame =
        ControlFrame.newBuilder()
            .setLifeLine(
                AgentLifeLine.newBuilder().setProtocol(ControlChannel.PROTOCOL).setPid(pid))
            .build()
            .toByteArray();
    return ByteBuffer.allocate(Integer.BYTES + frame.length)
        .putInt(frame.length)
        .put(frame)
        .array();
  }
}
