package io.understudy.link.journal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal diff A B}: the first record in which two logs differ. */
@Command(
    name = "diff",
    description = {
      "Finds the first record in which two journals differ, and shows what comes before it.",
      "Exit code 3: a record or the headers differ. 4: one log ends before the other, alike so far."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  static final int DIFFERENT = 3;
  static final int PREFIX = 4;

  private final RecordScanner.Factory scanners;

  @Parameters(index = "0", paramLabel = "A", description = "directory of one journal")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "directory of the other")
  private Path second;

  @Option(
      names = "--context",
      paramLabel = "N",
      defaultValue = "8",
      description = "records shown before the difference, and behind it of each side; 8")
  private int context;

  @Option(names = "--payload", description = "also the bytes that went through sockets")
  private boolean payload;

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  @Spec private CommandSpec spec;

  DiffCommand(RecordScanner.Factory scanners) {
    this.scanners = scanners;
  }

  @Override
  public Integer call() {
    return Trouble.report(spec, this::compare);
  }

  private int compare() throws IOException, UnknownRecordsException {
    try {
      return compare(scanners);
    } catch (UnknownRecordsException e) {
      Trouble.say(spec, "bytes are compared, not records: " + e.getMessage());
      return compare(header -> (data, at, to, detail) -> ByteRecord.of(data[at]));
    }
  }

  private int compare(RecordScanner.Factory how) throws IOException, UnknownRecordsException {
    try (RecordStream a = new RecordStream(first, how);
        RecordStream b = new RecordStream(second, how)) {
      JournalDifference found = JournalDifference.find(a, b, Math.max(0, context));
      spec.commandLine()
          .getOut()
          .print(json ? Json.line(found.json(payload)) : found.plain(payload));
      spec.commandLine().getOut().flush();
      if (found.differs()) {
        return DIFFERENT;
      }
      return found.aEnd() == found.bEnd() ? 0 : PREFIX;
    }
  }
}
