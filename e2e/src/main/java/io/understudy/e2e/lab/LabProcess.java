package io.understudy.e2e.lab;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A process of the lab. It is signalled by its process id and by nothing else. */
public final class LabProcess {
  private static final int TAIL = 2_000;

  private final String name;
  private final Process process;
  private final Path log;

  LabProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** What the process is called in messages. */
  public String name() {
    return name;
  }

  /** The running process, for its streams and its end. */
  public Process process() {
    return process;
  }

  /** True until the process has ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** True if the process has ended with an exit code. */
  public boolean endedWith(int exitCode) {
    return !isAlive() && process.exitValue() == exitCode;
  }

  /**
   * Kills a JVM at once (SIGKILL): the process itself, or, where the command was a script, the JVM
   * that it started.
   *
   * @return {@link System#nanoTime()} (CLOCK_MONOTONIC) right before the signal
   */
  public long killJvm() {
    ProcessHandle target =
        process
            .toHandle()
            .descendants()
            .filter(LabProcess::isJava)
            .findFirst()
            .orElse(process.toHandle());
    signal((int) target.pid(), Libc.NONE); // loads JNA, which takes a third of a second
    long now = System.nanoTime();
    signal((int) target.pid(), Libc.SIGKILL);
    return now;
  }

  /** Stops the process where it is (SIGSTOP), as a host without processor time does. */
  public void pause() {
    signal((int) process.pid(), Libc.SIGSTOP);
  }

  /** Lets a paused process go on (SIGCONT). */
  public void resume() {
    signal((int) process.pid(), Libc.SIGCONT);
  }

  /** Asks a SIPp to begin no more calls and to end with the last one (SIGUSR1). */
  public void finishCalls() {
    if (isAlive()) {
      signal((int) process.pid(), Libc.SIGUSR1);
    }
  }

  /** Kills the process and what it started, at once, and waits for its end. */
  public void kill() {
    process.descendants().forEach(child -> signal((int) child.pid(), Libc.SIGKILL));
    if (isAlive()) {
      signal((int) process.pid(), Libc.SIGKILL);
      awaitEnd(Duration.ofSeconds(5));
    }
  }

  /** Waits for the end of the process; false if it still runs. */
  public boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The end of what the process wrote, for an error message. */
  public String tail() {
    try {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      return text.substring(Math.max(0, text.length() - TAIL)).strip();
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static boolean isJava(ProcessHandle handle) {
    return handle.info().command().map(path -> path.toLowerCase(Locale.ROOT)).stream()
        .anyMatch(path -> path.endsWith("/java"));
  }

  private static void signal(int pid, int signal) {
    try {
      Libc.kill(pid, signal);
    } catch (LastErrorException e) {
      // ESRCH: it ended by itself meanwhile, which is what was wanted
    }
  }
}
