package io.understudy.e2e.replay;

import io.understudy.testkit.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program under the agent jar that is shipped. */
public final class AgentJvm {
  private AgentJvm() {}

  /** The jar that is shipped. */
  public static Path jar() {
    Path jar = Path.of("..", "javaagent", "target", "understudy.jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing; build the module javaagent first");
    }
    return jar;
  }

  /** A JVM that lacks only the program's name and arguments. */
  static ForkedJvm of(Path directory, Path classes, String options) {
    return new ForkedJvm(directory)
        .arguments("-javaagent:" + jar() + "=" + options, "-cp", classes.toString());
  }

  /**
   * As {@link #of}, but compiled by C1 alone, which halves what the start of a short program costs.
   * For tests of what the agent says, not of what compiled code does.
   */
  static ForkedJvm brief(Path directory, Path classes, String options) {
    return new ForkedJvm(directory)
        .arguments("-XX:TieredStopAtLevel=1")
        .arguments("-javaagent:" + jar() + "=" + options, "-cp", classes.toString());
  }
}
