package io.understudy.e2e.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine of the lab: a network namespace and a working directory.
 *
 * @param name name of the namespace
 * @param directory where its files are
 * @param mountPoint where its own processes see that directory. It is the same path on both server
 *     nodes, as it would be on two machines: a path is an input to a program.
 * @param environment what all its processes find in theirs, beside what the lab itself was given
 */
public record Host(String name, Path directory, Path mountPoint, Map<String, String> environment) {
  private static final String IN_PRIVATE_MOUNT =
      "mount --bind \"$1\" \"$2\" && cd \"$2\" && shift 2 && exec \"$@\"";

  /** A host whose directory is seen under its own name. */
  public static Host of(String name, Path directory) {
    return new Host(name, directory, directory, Map.of());
  }

  /** Starts a process whose output goes to {@code <label>.log} in the host's directory. */
  public LabProcess start(String label, List<String> command, Map<String, String> more) {
    Path log = directory.resolve(label + ".log");
    return start(label, command, more, log, ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  /** Starts a process that is talked to by its standard streams; stderr goes to the log. */
  public LabProcess startPiped(String label, List<String> command) {
    Path log = directory.resolve(label + ".log");
    return start(label, command, Map.of(), log, ProcessBuilder.Redirect.PIPE);
  }

  /** A command that will run inside this host and to its end. */
  public Command command(List<String> words) {
    return new Command(inside(words));
  }

  private LabProcess start(
      String label,
      List<String> command,
      Map<String, String> more,
      Path log,
      ProcessBuilder.Redirect stdout) {
    try {
      Files.createDirectories(directory);
      ProcessBuilder builder =
          new ProcessBuilder(inside(command))
              .directory(directory.toFile())
              .redirectOutput(stdout)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      if (!stdout.equals(ProcessBuilder.Redirect.PIPE)) {
        builder.redirectInput(Path.of("/dev/null").toFile());
      }
      builder.environment().putAll(this.environment);
      builder.environment().putAll(more);
      return new LabProcess(name + "/" + label, builder.start(), log);
    } catch (IOException e) {
      throw new LabException("cannot start " + label + " on " + name + ": " + e.getMessage(), e);
    }
  }

  // every step is an exec, so the process id that Java knows is the one of the command itself
  private List<String> inside(List<String> command) {
    List<String> words = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + name, "--"));
    if (!mountPoint.equals(directory)) {
      words.addAll(List.of("unshare", "--mount", "--propagation", "private"));
      words.addAll(List.of("sh", "-c", IN_PRIVATE_MOUNT, "sh"));
      words.addAll(List.of(directory.toString(), mountPoint.toString()));
    }
    words.addAll(command);
    return words;
  }
}
