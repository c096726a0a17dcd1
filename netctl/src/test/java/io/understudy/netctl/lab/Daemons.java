package io.understudy.netctl.lab;

import io.understudy.netctl.cli.Netctl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Running netctl processes, and commands to them. */
public final class Daemons {
  private static final int LIMIT_SECONDS = 60;

  private Daemons() {}

  /** What a command printed and returned. */
  public record Result(int code, String out, String err) {}

  /** Runs an operator's command in this JVM: the socket is reached from any network namespace. */
  public static Result command(Path socket, String... words) {
    CommandLine line = Netctl.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--socket", socket.toString()));
    int code = line.execute(arguments.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }

  static void signal(Process process, String name) {
    try {
      List<String> kill = List.of("kill", "-" + name, String.valueOf(process.pid()));
      if (new ProcessBuilder(kill).inheritIO().start().waitFor() != 0) {
        throw new AssertionError(kill + " failed");
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A netctl process. */
  public static final class Running implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    Running(Process process) {
      this.process = process;
      reader = new Thread(() -> read(process.inputReader()), "netctl-reader");
      reader.setDaemon(true);
      reader.start();
    }

    /** Waits for a line that contains the text; the line. */
    public String await(String text) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      synchronized (lines) {
        while (true) {
          for (String line : lines) {
            if (line.contains(text)) {
              return line;
            }
          }
          if (!reader.isAlive() || System.nanoTime() > end) {
            throw new AssertionError("no '" + text + "' in " + lines);
          }
          pause();
        }
      }
    }

    /** Waits for the end; the exit code. */
    public int code() {
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("still running: " + lines);
        }
        reader.join();
        return process.exitValue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    public String said() {
      synchronized (lines) {
        return String.join("\n", lines);
      }
    }

    /** SIGSTOP or SIGCONT. */
    public void signal(String name) {
      Daemons.signal(process, name);
    }

    /** SIGKILL. */
    public void kill() {
      process.destroyForcibly();
      code();
    }

    /** SIGTERM, and the end. */
    @Override
    public void close() {
      process.destroy();
      code();
    }

    private void pause() {
      try {
        lines.wait(100);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private void read(BufferedReader out) {
      try {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
          }
        }
      } catch (IOException ended) {
        return; // whoever waits for a line is told that none will come
      }
    }
  }
}
