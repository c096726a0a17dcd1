package io.understudy.netctl.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The test's handle of an {@link Inhabitant}. */
public final class Resident implements AutoCloseable {
  private static final int ANSWER_SECONDS = 30;

  /** A frame comes here by a sniffer's thread and a pipe, the answer to a command by another. */
  private static final int FRAME_MILLIS = 400;

  private final Process process;
  private final PrintWriter in;
  private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(100);
  private final List<String> frames = new ArrayList<>();
  private final List<Logged> log = new ArrayList<>();
  private final Thread reader;

  Resident(Process process) {
    this.process = process;
    this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    reader = new Thread(() -> read(process.inputReader()), "resident-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Sends one command and waits for its answer. */
  public String tell(String command) {
    in.println(command);
    try {
      String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.startsWith("ERROR")) {
        throw new AssertionError("'" + command + "' was answered by " + answer);
      }
      return answer;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The frames that spoke for the address since the last call; each as {@code MAC KIND}. */
  public List<String> frames() {
    Pair.pause(FRAME_MILLIS);
    synchronized (frames) {
      List<String> seen = List.copyOf(frames);
      frames.clear();
      return seen;
    }
  }

  /** One number of its log, and when it came here. */
  public record Logged(int number, long nanos) {}

  /** What its log holds: after its death, all that left it before. */
  public List<Logged> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /** SIGSTOP or SIGCONT. */
  public void signal(String name) {
    Daemons.signal(process, name);
  }

  /** SIGKILL. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(BufferedReader out) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("LOG ")) {
          synchronized (log) {
            log.add(new Logged(Integer.parseInt(line.substring(4)), System.nanoTime()));
          }
        } else if (line.startsWith("FRAME ")) {
          synchronized (frames) {
            frames.add(line.substring("FRAME ".length()));
          }
        } else if (!line.startsWith("TOLD ")) {
          answers.add(line);
        }
      }
    } catch (IOException ended) {
      return; // whoever waits for an answer is told that none came
    }
  }
}
