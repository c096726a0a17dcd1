package io.understudy.e2e.lab;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/** The one call of libc that the lab needs itself: kill(2). */
final class Libc {
  /** No signal: kill(2) only checks that it could be sent. */
  static final int NONE = 0;

  static final int SIGUSR1 = 10;
  static final int SIGKILL = 9;
  static final int SIGCONT = 18;
  static final int SIGSTOP = 19;

  static {
    Native.register(Libc.class, "c");
  }

  private Libc() {}

  static native int kill(int pid, int signal) throws LastErrorException;
}
