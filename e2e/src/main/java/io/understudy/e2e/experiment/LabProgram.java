package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Enclosure;
import io.understudy.e2e.lab.LabException;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;

/** What the programs that work in a lab have in common: how they enter it, and how they end. */
public final class LabProgram {
  /** Exit code: it ran, and a bar was not met. */
  public static final int MISSED = 1;

  /** Exit code: it could not be run. */
  public static final int NOT_RUN = 2;

  /** Exit code: wrong command line. */
  public static final int USAGE = 64;

  /** Exit code: something is missing on this machine. */
  public static final int UNAVAILABLE = 69;

  private LabProgram() {}

  /** Whether a process with this exit code did its work, to whatever result. */
  public static boolean worked(int exit) {
    return exit == 0 || exit == MISSED;
  }

  /** Runs a picocli command and returns its exit code. */
  public static int execute(Object command, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          boolean explained = e instanceof LabException;
          System.err.println("demo: " + (explained ? e.getMessage() : e.toString()));
          if (!explained) {
            e.printStackTrace();
          }
          return NOT_RUN;
        });
    return line.execute(arguments);
  }

  /**
   * Makes sure that this program runs inside an enclosure.
   *
   * @param main its main class
   * @param arguments its own
   * @return nothing if it does; else the exit code of another JVM that did the work there, or of
   *     what is missing
   */
  public static OptionalInt enter(Class<?> main, Workshop workshop, List<String> arguments) {
    String missing = workshop.missing();
    if (!missing.isEmpty()) {
      System.err.println("demo: " + missing);
      return OptionalInt.of(UNAVAILABLE);
    }
    if (Enclosure.isInside()) {
      Enclosure.endWithOutside();
      return OptionalInt.empty();
    }
    String obstacle = Enclosure.obstacle();
    if (!obstacle.isEmpty()) {
      System.err.println(
          "demo: cannot make network namespaces here ("
              + obstacle
              + "); the lab lives in them; run as root, or allow user namespaces to this user");
      return OptionalInt.of(UNAVAILABLE);
    }
    return OptionalInt.of(Enclosure.enter(main, arguments));
  }

  /**
   * The JDK that the user chose.
   *
   * @param feature its feature release; null for the older one there is
   */
  public static Jdk jdk(Workshop workshop, Integer feature) {
    Jdk chosen = feature == null ? workshop.firstJdk() : workshop.jdks().get(feature);
    if (chosen == null) {
      throw new LabException(
          "no JDK %d found; the servers should run on it; set JAVA_%d_HOME"
              .formatted(feature, feature));
    }
    return chosen;
  }
}
