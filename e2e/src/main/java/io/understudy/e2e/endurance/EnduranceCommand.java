package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Jdks;
import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo.sh --endurance} runs after the build. */
@Command(
    name = "demo.sh --endurance",
    sortOptions = false,
    description = {
      "Makes many calls through a protected SIP back-to-back user agent, without a kill, and"
          + " compares what both nodes hold at the end: the log's hash chain, and the digests of"
          + " the server's tables of dialogs and transactions.",
      "Broken off, it goes on after the last whole run."
    },
    exitCodeOnInvalidInput = LabProgram.USAGE)
public final class EnduranceCommand implements Callable<Integer> {
  @Option(
      names = "--calls",
      defaultValue = "20000",
      paramLabel = "N",
      description = "Calls in all (${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--run-calls",
      defaultValue = "5000",
      paramLabel = "N",
      description = "Calls of one protected run (${DEFAULT-VALUE}).")
  private int runCalls;

  @Option(
      names = "--rate",
      defaultValue = "0",
      paramLabel = "R",
      description = "Calls per second; by default half the knee, which is looked for first.")
  private int rate;

  @Option(names = "--jdk", paramLabel = "17|25", description = "The servers' JDK (the older one).")
  private Integer jdk;

  @Option(names = "--fresh", description = "Forget what a broken-off run has measured.")
  private boolean fresh;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private final Map<String, String> environment;
  private final List<String> arguments;

  private EnduranceCommand(Map<String, String> environment, List<String> arguments) {
    this.environment = environment;
    this.arguments = arguments;
  }

  /** Ends with the exit codes of {@link LabProgram}. */
  public static void main(String[] arguments) {
    System.exit(
        LabProgram.execute(new EnduranceCommand(System.getenv(), List.of(arguments)), arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (calls < 1 || runCalls < 1 || rate < 0) {
      System.err.println("demo: --calls, --run-calls and --rate want positive numbers");
      return LabProgram.USAGE;
    }
    Workshop workshop = new Workshop(Path.of("").toAbsolutePath(), Jdks.found(environment));
    OptionalInt elsewhere = LabProgram.enter(EnduranceCommand.class, workshop, arguments);
    if (elsewhere.isPresent()) {
      return elsewhere.getAsInt();
    }
    Jdk chosen = LabProgram.jdk(workshop, jdk);
    boolean good =
        new Endurance(workshop, chosen, new Progress(System.err)).run(calls, runCalls, rate, fresh);
    return good ? 0 : LabProgram.MISSED;
  }
}
