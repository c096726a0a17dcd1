package demo.sip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own, with the class path of the test. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;

  /** Starts the server and waits until it says that it is ready. */
  public ServerProcess(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.contains("ready")) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
