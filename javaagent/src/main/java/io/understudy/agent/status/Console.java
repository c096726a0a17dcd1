package io.understudy.agent.status;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lines on the server's stderr, each led by {@code [understudy]}.
 *
 * <p>Writes to the descriptor itself: {@link System#err} is the application's, which may have
 * replaced or locked it. One call is one {@code write}, so lines of several threads do not mix. A
 * managed thread must raise its depth before it calls.
 */
public final class Console {
  private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

  private Console() {}

  /** Prints one message; later lines of it are not marked. Never throws. */
  public static void line(String message) {
    byte[] bytes =
        ("[understudy] " + message.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ERR.write(bytes);
    } catch (IOException unwritable) {
      // stderr is closed or its reader is gone; replication goes on without an audience
    }
  }
}
