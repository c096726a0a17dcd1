package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** A command whose work is done in a lab: it checks what it was given, enters, and works there. */
public abstract class LabCommand implements Callable<Integer> {
  protected final Map<String, String> environment;

  /** The command line, for other JVMs that share the work. */
  protected final List<String> arguments;

  /**
   * @param environment variables of the process
   * @param arguments its command line, for the JVM that works in the lab
   */
  protected LabCommand(Map<String, String> environment, List<String> arguments) {
    this.environment = environment;
    this.arguments = arguments;
  }

  @Override
  public final Integer call() throws IOException {
    Workshop workshop = new Workshop(Path.of("").toAbsolutePath(), Jdks.found(environment));
    String wrong = check(workshop);
    if (!wrong.isEmpty()) {
      System.err.println("demo: " + wrong);
      return LabProgram.USAGE;
    }
    OptionalInt elsewhere = enter(workshop);
    if (elsewhere.isPresent()) {
      return elsewhere.getAsInt();
    }
    return work(workshop, new Progress(System.err)) ? 0 : LabProgram.MISSED;
  }

  /**
   * Makes sure that the work is done in an enclosure, of which there may be several.
   *
   * @return nothing if this process is inside one; else the exit code of those that did the work
   */
  protected OptionalInt enter(Workshop workshop) throws IOException {
    return LabProgram.enter(getClass(), workshop, arguments);
  }

  /**
   * Looks at the options; runs outside of the lab too.
   *
   * @return what is wrong with them, for the user; empty if nothing is
   */
  protected abstract String check(Workshop workshop);

  /** Does the work, inside the lab. Returns whether the bars were met. */
  protected abstract boolean work(Workshop workshop, Progress progress) throws IOException;
}
