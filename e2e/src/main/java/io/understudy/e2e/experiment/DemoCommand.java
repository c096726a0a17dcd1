package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo.sh} runs after the build. */
@Command(
    name = "demo.sh",
    sortOptions = false,
    description = {
      "Kills the primary of a SIP service in the middle of its calls, without availability, with"
          + " address takeover, with active replication, and with the input shadow, and shows how"
          + " many calls are lost.",
      "Without options: the whole experiment, up to an hour; broken off, it goes on where it was."
    },
    exitCodeOnInvalidInput = LabProgram.USAGE,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the experiment ran and active replication did what it must",
      "1:the experiment ran and active replication did not",
      "2:the experiment could not be run",
      "64:wrong command line",
      "69:something is missing on this machine"
    })
public final class DemoCommand extends LabCommand {
  @Option(
      names = "--quick",
      description = "One rate and one run of each case: under three minutes.")
  private boolean quick;

  @Option(names = "--fresh", description = "Forget what a broken-off demo has measured.")
  private boolean fresh;

  @Option(
      names = "--case",
      split = ",",
      converter = CaseConverter.class,
      paramLabel = "i|ii|iii|iv",
      description = "Only these cases of the whole experiment, which keeps them.")
  private Set<Availability> cases = EnumSet.noneOf(Availability.class);

  @Option(
      names = "--takeovers",
      paramLabel = "N",
      description = "Only N takeovers by active replication, and how long nobody spoke in each.")
  private Integer takeovers;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @ArgGroup(exclusive = false, heading = "%nA server of your own:%n")
  private ServerOptions own;

  /** Options that need {@code --server}. */
  static final class ServerOptions {
    @Option(
        names = "--server",
        required = true,
        paramLabel = "COMMAND",
        description = {
          "Puts this server through active replication and a kill. @AGENT@ in it is replaced by the"
              + " agent's flag, @VIP@ and @PORT@ by the service address, @CLUSTER1@ and @CLUSTER2@"
              + " by host:port of two callees.",
          "Example: 'java @AGENT@ -jar mine.jar @VIP@ @PORT@ @CLUSTER1@'"
        })
    String command;

    @Option(names = "--caller", paramLabel = "FILE", description = "SIPp scenario of the callers.")
    Path caller;

    @Option(names = "--callee", paramLabel = "FILE", description = "SIPp scenario of the callees.")
    Path callee;

    @Option(
        names = "--rate",
        defaultValue = "20",
        paramLabel = "R",
        description = "Calls per second (${DEFAULT-VALUE}).")
    int rate;

    @Option(
        names = "--calls",
        defaultValue = "0",
        paramLabel = "N",
        description = "Calls in all (as many as the rate gives).")
    int calls;

    @Option(
        names = "--kill-after",
        defaultValue = "18",
        paramLabel = "SECONDS",
        description = "From the first call to the kill (${DEFAULT-VALUE}).")
    int killAfter;

    @Option(
        names = "--port",
        defaultValue = "5060",
        paramLabel = "PORT",
        description = "UDP port of the service (${DEFAULT-VALUE}).")
    int port;
  }

  /** Reads the cases' numbers. */
  static final class CaseConverter implements CommandLine.ITypeConverter<Availability> {
    @Override
    public Availability convert(String value) {
      try {
        return Availability.numbered(value);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  /** What {@code --server} asks for; null without it. */
  private ServerTrial trial;

  private DemoCommand(Map<String, String> environment, List<String> arguments) {
    super(environment, arguments);
  }

  /** Ends with the exit codes that {@code --help} lists. */
  public static void main(String[] arguments) {
    System.exit(execute(System.getenv(), arguments));
  }

  static int execute(Map<String, String> environment, String... arguments) {
    return LabProgram.execute(new DemoCommand(environment, List.of(arguments)), arguments);
  }

  @Override
  protected String check(Workshop workshop) {
    checkCombination();
    trial = own == null ? null : trial(workshop);
    return "";
  }

  @Override
  protected boolean work(Workshop workshop, Progress progress) throws IOException {
    if (trial != null) {
      return trial.run(progress);
    }
    if (takeovers != null) {
      return new Takeovers(workshop, progress).run(takeovers);
    }
    Demo demo = new Demo(workshop, progress, fresh);
    if (quick) {
      return demo.quick();
    }
    return demo.full(cases.isEmpty() ? EnumSet.allOf(Availability.class) : cases);
  }

  private void checkCombination() {
    if (takeovers != null) {
      requirePositive("--takeovers", takeovers);
      if (quick || fresh || own != null || !cases.isEmpty()) {
        throw usage("--takeovers goes with no other option");
      }
    }
    if (!cases.isEmpty() && (quick || own != null)) {
      throw usage(
          "--case chooses lines of the whole experiment; of the others only --fresh goes"
              + " with it");
    }
  }

  private ServerTrial trial(Workshop workshop) {
    if (quick || fresh) {
      throw usage("--server makes one run; --quick and --fresh do not go with it");
    }
    requirePositive("--rate", own.rate);
    requirePositive("--kill-after", own.killAfter);
    requirePositive("--port", own.port);
    if (own.calls < 0 || own.port > 65_535) {
      throw usage("--calls is a number from 0, --port one up to 65535");
    }
    try {
      return new ServerTrial(
          workshop,
          new ServerCommand(own.command, workshop.userDirectory(environment)),
          ServerTrial.load(
              scenario("--caller", own.caller, workshop.callerScenario()),
              scenario("--callee", own.callee, workshop.calleeScenario()),
              own.port,
              own.rate,
              own.calls,
              own.killAfter));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Path scenario(String option, Path given, Path preset) {
    if (given == null) {
      return preset;
    }
    Path file = new Workshop(Path.of(""), Map.of()).userDirectory(environment).resolve(given);
    if (!Files.isReadable(file)) {
      throw usage(option + ": cannot read " + file);
    }
    return file;
  }

  private static void requirePositive(String option, int value) {
    if (value <= 0) {
      throw usage(option + " wants a positive number, not " + value);
    }
  }

  private static CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(
        new CommandLine(new DemoCommand(Map.of(), List.of())), message);
  }
}
