package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.LabCommand;
import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo.sh --bench} runs after the build. */
@Command(
    name = "demo.sh --bench",
    sortOptions = false,
    description = {
      "Measures what protection costs: processor time (user + system) of the server's process per"
          + " call, with the agent by without it, in interleaved rounds of the same calls to a bare"
          + " server, one that records, and the primary of a pair.",
      "Broken off, it goes on after the last whole session."
    },
    exitCodeOnInvalidInput = LabProgram.USAGE)
public final class BenchCommand extends LabCommand {
  @Option(
      names = "--server",
      defaultValue = "ALG",
      paramLabel = "alg|b2bua",
      description = "The server (${DEFAULT-VALUE}).")
  private BenchServer server;

  @Option(names = "--jdk", paramLabel = "17|25", description = "The servers' JDK (the older one).")
  private Integer jdk;

  @Option(
      names = "--rate",
      defaultValue = "50",
      paramLabel = "R",
      description = "Calls per second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--rounds",
      defaultValue = "12",
      paramLabel = "N",
      description = "Rounds in all (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--session-rounds",
      defaultValue = "4",
      paramLabel = "N",
      description = "Rounds before the JVMs are started anew (${DEFAULT-VALUE}).")
  private int sessionRounds;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      paramLabel = "S",
      description = "Length of the calls to one server in a round (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--knee",
      paramLabel = "bare|pair",
      description = "Looks for the knee instead: three clean runs of 30 s.")
  private Treatment knee;

  @Option(
      names = "--from",
      defaultValue = "48",
      paramLabel = "R",
      description = "Lowest rate of the search for the knee (${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--hooks",
      description = "Measures each hook instead: JMH, without and with an agent that records.")
  private boolean hooks;

  @Option(names = "--start", description = "Measures what a start costs instead.")
  private boolean start;

  @Option(
      names = "--replay",
      description = "Measures the log of realistic calls and its replay instead.")
  private boolean replay;

  @Option(names = "--fresh", description = "Forget what a broken-off run has measured.")
  private boolean fresh;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private BenchCommand(Map<String, String> environment, List<String> arguments) {
    super(environment, arguments);
  }

  /** Ends with the exit codes of {@link LabProgram}. */
  public static void main(String[] arguments) {
    System.exit(execute(System.getenv(), arguments));
  }

  static int execute(Map<String, String> environment, String... arguments) {
    return LabProgram.execute(new BenchCommand(environment, List.of(arguments)), arguments);
  }

  @Override
  protected String check(Workshop workshop) {
    if (Stream.of(hooks, start, replay, knee != null).filter(on -> on).count() > 1) {
      return "--hooks, --start, --replay and --knee do not go together";
    }
    return IntStream.of(rate, rounds, sessionRounds, seconds, from).allMatch(n -> n > 0)
        ? ""
        : "rates, rounds and seconds want positive numbers";
  }

  @Override
  protected boolean work(Workshop workshop, Progress progress) throws IOException {
    Jdk chosen = LabProgram.jdk(workshop, jdk);
    if (hooks) {
      new HookBench(workshop, chosen, progress).run(rounds);
    } else if (start) {
      new StartBench(workshop, chosen, progress).run(rounds);
    } else if (replay) {
      new ReplayBench(workshop, server, chosen, progress).run(rate, seconds, rounds);
    } else if (knee == null) {
      new Bench(workshop, server, chosen, progress)
          .run(rate, rounds, sessionRounds, seconds, fresh);
    } else {
      int found = new Knee(workshop, server, chosen, progress).find(knee, from);
      System.out.printf(
          "%s, JDK %d, %s: the knee is %d calls/s%n",
          server.title(), chosen.feature(), knee.name(), found);
    }
    return true;
  }
}
