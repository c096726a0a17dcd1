package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.LabCommand;
import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.Command.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code ./test.sh faults} runs after the build. */
@Command(
    name = "test.sh faults",
    sortOptions = false,
    description = {
      "Makes everything fail that may, from outside and under calls, and says what came of it.",
      "Results are kept with commit and seed; the table: target/faults/faults.md. Broken off, it"
          + " goes on where it was."
    },
    exitCodeOnInvalidInput = LabProgram.USAGE)
public final class FaultsCommand extends LabCommand {
  @Parameters(paramLabel = "ROW", arity = "0..*", description = "These rows (all).")
  private List<String> names = List.of();

  @Option(
      names = "--runs",
      defaultValue = "20",
      paramLabel = "N",
      description = "Runs of each row (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "What the moments of the faults are drawn from (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--lanes",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Pairs that are played at the same time, each on a network of its own"
              + " (${DEFAULT-VALUE}).")
  private int lanes;

  @Option(
      names = "--rate",
      defaultValue = "20",
      paramLabel = "R",
      description = "Calls per second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--results",
      defaultValue = "target/faults/results.jsonl",
      paramLabel = "FILE",
      description = "Where results are kept (${DEFAULT-VALUE}).")
  private Path file;

  @Option(
      names = "--any-commit",
      description = "What was shown at other commits is not played again, and counts.")
  private boolean anyCommit;

  @Option(
      names = "--java-options",
      defaultValue = "",
      paramLabel = "'OPTION...'",
      description =
          "Further options of the servers' JVMs; with -XX:TieredStopAtLevel=1 they compile less,"
              + " and more lanes fit the processors.")
  private String javaOptions;

  @Option(names = Lane.OPTION, hidden = true, converter = Lane.Converter.class)
  private Lane lane;

  @Option(names = "--jdk", paramLabel = "17|25", description = "The servers' JDK (the older one).")
  private Integer jdk;

  @Option(names = "--list", description = "Names the rows, and plays none.")
  private boolean list;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private FaultsCommand(Map<String, String> environment, List<String> arguments) {
    super(environment, arguments);
  }

  /** Ends with the exit codes of {@link LabProgram}. */
  public static void main(String[] arguments) {
    System.exit(
        LabProgram.execute(new FaultsCommand(System.getenv(), List.of(arguments)), arguments));
  }

  @Override
  protected String check(Workshop workshop) {
    List<String> known = FaultRow.all().stream().map(FaultRow::name).toList();
    String unknown =
        names.stream().filter(name -> !known.contains(name)).collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      return "there is no row " + unknown + "; there are " + String.join(", ", known);
    }
    return IntStream.of(runs, lanes, rate).allMatch(n -> n > 0)
        ? ""
        : "--runs, --lanes and --rate want positive numbers";
  }

  @Override
  protected OptionalInt enter(Workshop workshop) throws IOException {
    if (list || lanes == 1 || lane != null) {
      return super.enter(workshop);
    }
    int exit = new FaultLanes(workshop, lanes, arguments).play();
    if (!LabProgram.worked(exit)) {
      return OptionalInt.of(exit);
    }
    boolean met = matrix(workshop, new Progress(System.err), Lane.ONLY).report(rows());
    return OptionalInt.of(met ? 0 : LabProgram.MISSED);
  }

  @Override
  protected boolean work(Workshop workshop, Progress progress) throws IOException {
    if (list) {
      rows().forEach(row -> System.out.println(row.name() + "  " + row.fault().title()));
      return true;
    }
    FaultMatrix matrix = matrix(workshop, progress, lane == null ? Lane.ONLY : lane);
    boolean met = matrix.play(rows(), runs, seed);
    return lane == null ? matrix.report(rows()) : met;
  }

  private FaultMatrix matrix(Workshop workshop, Progress progress, Lane of) {
    FaultResults results =
        new FaultResults(
            workshop.root().resolve(file),
            commit(),
            LabProgram.jdk(workshop, jdk),
            rate,
            anyCommit);
    return new FaultMatrix(workshop, results, javaOptions, of, progress);
  }

  private List<FaultRow> rows() {
    return FaultRow.all().stream()
        .filter(row -> names.isEmpty() || names.contains(row.name()))
        .toList();
  }

  /** The commit that is checked out, marked if the sources differ from it. */
  private static String commit() {
    Result head =
        io.understudy.e2e.lab.Command.of("git", "rev-parse", "--short=12", "HEAD").attempt("");
    Result changes =
        io.understudy.e2e.lab.Command.of(
                "git", "status", "--porcelain", "--", "*.java", "*.proto", "*.c", "*.xml")
            .attempt("");
    return head.exit() != 0
        ? "unknown"
        : head.output().strip() + (changes.output().isBlank() ? "" : "+");
  }
}
