package io.understudy.e2e.bench;

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
public final class BenchCommand implements Callable<Integer> {
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

  private BenchCommand(Map<String, String> environment, List<String> arguments) {
    this.environment = environment;
    this.arguments = arguments;
  }

  /** Ends with the exit codes of {@link LabProgram}. */
  public static void main(String[] arguments) {
    System.exit(execute(System.getenv(), arguments));
  }

  static int execute(Map<String, String> environment, String... arguments) {
    return LabProgram.execute(new BenchCommand(environment, List.of(arguments)), arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (Math.min(Math.min(rate, rounds), Math.min(sessionRounds, Math.min(seconds, from))) < 1) {
      System.err.println("demo: rates, rounds and seconds want positive numbers");
      return LabProgram.USAGE;
    }
    Workshop workshop = new Workshop(Path.of("").toAbsolutePath(), Jdks.found(environment));
    OptionalInt elsewhere = LabProgram.enter(BenchCommand.class, workshop, arguments);
    if (elsewhere.isPresent()) {
      return elsewhere.getAsInt();
    }
    Jdk chosen = LabProgram.jdk(workshop, jdk);
    Progress progress = new Progress(System.err);
    if (knee == null) {
      new Bench(workshop, server, chosen, progress)
          .run(rate, rounds, sessionRounds, seconds, fresh);
    } else {
      int found = new Knee(workshop, server, chosen, progress).find(knee, from);
      System.out.printf(
          "%s, JDK %d, %s: the knee is %d calls/s%n",
          server.title(), chosen.feature(), knee.name(), found);
    }
    return 0;
  }
}
