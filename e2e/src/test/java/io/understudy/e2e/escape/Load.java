package io.understudy.e2e.escape;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A process that takes all the processor time it can get. */
final class Load {
  private final Process process;

  Load() {
    try {
      process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() {
    process.destroyForcibly();
  }
}
