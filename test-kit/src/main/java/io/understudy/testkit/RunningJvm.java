package io.understudy.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A JVM that was started; closing it kills it if it still runs. */
public final class RunningJvm implements AutoCloseable {
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final long PRINTED_MILLIS = 1_000;

  private final Process process;
  private final Path out;
  private final Path err;

  RunningJvm(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Its standard output so far. */
  public String out() {
    return read(out);
  }

  /** Its standard error so far. */
  public String err() {
    return read(err);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits until the text stands in output or error.
   *
   * @throws IllegalStateException it ended, or the time is over, without it
   */
  public void await(String text, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      if (out().contains(text) || err().contains(text)) {
        return;
      }
      if (!alive || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "\""
                + text
                + "\" was never said; "
                + (alive ? "still running" : "ended")
                + "\n"
                + out()
                + err());
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  /** Has it print the stacks of its threads to its standard output (SIGQUIT). */
  public void printStacks() throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-QUIT", "" + pid()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.sleep(PRINTED_MILLIS);
  }

  /** Asks it to end (SIGTERM). */
  public void terminate() {
    process.destroy();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end; kills it when the seconds are over. */
  public Ended finish(int seconds) throws InterruptedException {
    int exit = Ended.KILLED;
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      exit = process.exitValue();
    } else {
      process.destroyForcibly().waitFor();
    }
    return new Ended(exit, out(), err());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
