package io.understudy.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Runs the main class of a probe, which prints its findings, inside an enclosure. */
public final class EnclosedProbe {
  private EnclosedProbe() {}

  /** What a probe printed; it must have ended with 0. As root if the test is. */
  public static String run(Class<?> probe, String... arguments) {
    return run(Enclosure.isRoot(), probe, arguments);
  }

  /** What a probe printed; it must have ended with 0. */
  static String run(boolean root, Class<?> probe, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), probe.getName()));
    command.addAll(List.of(arguments));
    Command.Result result = new Command(Enclosure.around(command, root)).attempt("");
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output();
  }

  /** Compiles a server of {@code src/servers} with the JDK under test. */
  public static String compile(String server, Path classes) {
    String[] javac = {"-d", classes.toString(), "src/servers/" + server + ".java"};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac)).isZero();
    return classes.toString();
  }
}
