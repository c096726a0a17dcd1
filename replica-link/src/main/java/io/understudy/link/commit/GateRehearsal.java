package io.understudy.link.commit;

import io.understudy.link.LinkEvent;

/**
 * Plays the promotion of a gate on a pair of sockets of its own, so that the real one meets loaded
 * and compiled code.
 */
public final class GateRehearsal {
  private static final int ROUNDS = 40;

  /** Fewer than a socket of this kind takes unread: net.unix.max_dgram_qlen is 10. */
  private static final int OUTPUTS = 8;

  private static final long LIMIT_NANOS = 20_000_000;
  private static final int SMALL = 64;
  private static final LinkEvent.Listener NOBODY = event -> {};

  private GateRehearsal() {}

  /** Takes some tens of milliseconds. If the kernel gives no sockets, nothing is rehearsed. */
  public static void play() {
    int[] pair = new int[2];
    if (Libc.socketpair(Libc.AF_UNIX, Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC, 0, pair) != 0) {
      return;
    }
    byte[] drained = new byte[SMALL];
    for (int round = 0; round < ROUNDS; round++) {
      promote(pair, drained);
    }
    // with a receiver's address too: the pair's sockets are connected and need none
    Libc.sendto(-1, drained, drained.length, 0, drained, drained.length);
    Libc.close(pair[0]);
    Libc.close(pair[1]);
  }

  private static void promote(int[] pair, byte[] drained) {
    CommitGate gate = new CommitGate(GateMode.HOLDING, 1 << 20, CommitGate.DEFAULT_FLOOR, NOBODY);
    for (int i = 1; i <= OUTPUTS; i++) {
      gate.submit(pair[0], new byte[SMALL], null, i);
      gate.released(i / 2);
    }
    gate.promote();
    gate.awaitReleased(OUTPUTS, LIMIT_NANOS);
    gate.submit(pair[0], new byte[SMALL], null, OUTPUTS + 1L);
    gate.closed(pair[0], OUTPUTS + 2L);
    gate.awaitReleased(OUTPUTS + 2L, LIMIT_NANOS);
    gate.close();
    long taken;
    do {
      taken = Libc.recv(pair[1], drained, drained.length, Libc.MSG_DONTWAIT);
    } while (taken > 0);
  }
}
