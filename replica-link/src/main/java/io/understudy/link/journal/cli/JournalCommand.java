package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalException;
import io.understudy.link.journal.JournalInspection;
import java.io.IOException;
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
 * {@code journal inspect|verify|stats DIR [--json]}. Exit codes: 0 the journal is good, 1 it is
 * damaged or cannot be read, 2 the command line is wrong.
 */
@Command(
    name = "journal",
    description = "Looks into a stored log without changing it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the journal is good",
      "1:the journal is damaged or cannot be read",
      "2:the command line is wrong"
    })
public final class JournalCommand implements Runnable {
  static final int DAMAGED = 1;

  private final RecordScanner.Factory scanners;
  @Spec private CommandSpec spec;

  /**
   * With knowledge of records.
   *
   * @param scanners cut the log into records for {@code stats}
   */
  public JournalCommand(RecordScanner.Factory scanners) {
    this.scanners = scanners;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "which one: journal inspect, journal verify or journal stats?");
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
            error("records are not counted: " + count.unknown());
          }
          print(json ? count.json(found) : count.plain(found));
          return found.isGood() ? 0 : DAMAGED;
        });
  }

  private int report(Callable<Integer> work) {
    try {
      return work.call();
    } catch (JournalException e) {
      error(e.getMessage());
    } catch (IOException e) {
      error("the journal cannot be read: " + e + "; check the directory and its permissions");
    } catch (Exception e) {
      error("the journal cannot be read: " + e);
    }
    return DAMAGED;
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private void error(String text) {
    spec.commandLine().getErr().println(text);
    spec.commandLine().getErr().flush();
  }
}
