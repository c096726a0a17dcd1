package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.LabCommand;
import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
public final class EnduranceCommand extends LabCommand {
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
      names = "--minutes",
      defaultValue = "0",
      paramLabel = "M",
      description =
          "One run of this length instead of a number of calls, 2 at least; heap, descriptors and"
              + " lag of both nodes must stay flat.")
  private int minutes;

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

  private EnduranceCommand(Map<String, String> environment, List<String> arguments) {
    super(environment, arguments);
  }

  /** Ends with the exit codes of {@link LabProgram}. */
  public static void main(String[] arguments) {
    System.exit(
        LabProgram.execute(new EnduranceCommand(System.getenv(), List.of(arguments)), arguments));
  }

  @Override
  protected String check(Workshop workshop) {
    if (minutes == 1 || minutes < 0) {
      return "--minutes wants 2 or more: the first is warm-up";
    }
    return calls < 1 || runCalls < 1 || rate < 0
        ? "--calls, --run-calls and --rate want positive numbers"
        : "";
  }

  @Override
  protected boolean work(Workshop workshop, Progress progress) throws IOException {
    Jdk chosen = LabProgram.jdk(workshop, jdk);
    EndurancePlan plan = new EndurancePlan(calls, runCalls, Duration.ofMinutes(minutes));
    return new Endurance(workshop, chosen, progress).run(plan, rate, fresh);
  }
}
