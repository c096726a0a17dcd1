package io.understudy.netctl.kernel;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Programs of the classic BSD packet filter (SO_ATTACH_FILTER of socket(7)). */
final class SocketFilter {
  private static final int SOCK_FILTER = 8;
  private static final int SOCK_FPROG = 16;

  private SocketFilter() {}

  /**
   * Lets a socket have only what the program accepts.
   *
   * @param program of each {@code struct sock_filter}: code, jt, jf, k
   */
  static void attach(int descriptor, int[][] program) {
    try (Memory memory = new Memory((long) SOCK_FILTER * program.length)) {
      for (int i = 0; i < program.length; i++) {
        long at = (long) i * SOCK_FILTER;
        memory.setShort(at, (short) program[i][0]);
        memory.setByte(at + 2, (byte) program[i][1]);
        memory.setByte(at + 3, (byte) program[i][2]);
        memory.setInt(at + 4, program[i][3]);
      }
      byte[] header = new byte[SOCK_FPROG];
      ByteBuffer.wrap(header)
          .order(ByteOrder.nativeOrder())
          .putShort(0, (short) program.length)
          .putLong(8, Pointer.nativeValue(memory));
      Libc.setsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_ATTACH_FILTER, header, header.length);
    }
  }
}
