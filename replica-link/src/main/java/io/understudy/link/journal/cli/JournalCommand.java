package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalInspection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code journal inspect|verify|stats|show DIR} and {@code journal diff A B}. Exit codes: 0 the
 * journal is good, 1 it is damaged or cannot be read, 2 the command line is wrong, 3 and 4 see
 * {@link DiffCommand}.
 */
@Command(
    name = "journal",
    description = "Looks into a stored log without changing it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the journal is good",
      "1:the journal is damaged or cannot be read",
      "2:the command line is wrong",
      "3:journal diff found a difference",
      "4:journal diff found that one log ends before the other"
    })
public final class JournalCommand implements Runnable {
  static final int DAMAGED = 1;

  private final RecordScanner.Factory scanners;
  @Spec private CommandSpec spec;

  private JournalCommand(RecordScanner.Factory scanners) {
    this.scanners = scanners;
  }

  /**
   * The command with its subcommands.
   *
   * @param scanners cut the log into records for {@code stats}, {@code show} and {@code diff}
   */
  public static CommandLine of(RecordScanner.Factory scanners) {
    return new CommandLine(new JournalCommand(scanners))
        .addSubcommand(new ShowCommand(scanners))
        .addSubcommand(new DiffCommand(scanners));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "which one: journal inspect, journal verify, journal stats, journal show or journal diff?");
  }

  @Command(
      name = "inspect",
      description = "Shows header and segments.",
      mixinStandardHelpOptions = true)
  int inspect(
      @Parameters(paramLabel = "DIR") Path directory, @Option(names = "--json") boolean json) {
    return report(
        () -> {
          JournalInspection found = JournalInspection.of(directory, (header, chunk) -> {});
          print(json ? InspectionText.json(found) : InspectionText.plain(found));
          return found.isGood() ? 0 : DAMAGED;
        });
  }

  @Command(
      name = "verify",
      description = "Checks every block, the order of segments and their digests.",
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "DIR") Path directory, @Option(names = "--json") boolean json) {
    return report(
        () -> {
          JournalInspection found = JournalInspection.of(directory, (header, chunk) -> {});
          print(json ? InspectionText.verdictJson(found) : InspectionText.verdict(found));
          return found.isGood() ? 0 : DAMAGED;
        });
  }

  @Command(
      name = "stats",
      description = "Counts records by kind and by native, bytes and blocks.",
      mixinStandardHelpOptions = true)
  int stats(
      @Parameters(paramLabel = "DIR") Path directory, @Option(names = "--json") boolean json) {
    return report(
        () -> {
          RecordCount count = new RecordCount(scanners);
          JournalInspection found = JournalInspection.of(directory, count);
          if (count.unknown() != null) {
            Trouble.say(spec, "records are not counted: " + count.unknown());
          }
          print(json ? count.json(found) : count.plain(found));
          return found.isGood() ? 0 : DAMAGED;
        });
  }

  private int report(Callable<Integer> work) {
    return Trouble.report(spec, work);
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
