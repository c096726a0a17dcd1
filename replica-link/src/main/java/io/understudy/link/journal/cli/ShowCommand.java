package io.understudy.link.journal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal show DIR}: records in words. */
@Command(
    name = "show",
    description = "Shows records: position, length, thread, kind, native, what they hold.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private static final int AROUND = 10;
  private static final int LISTED = 100;

  private final RecordScanner.Factory scanners;

  @Parameters(paramLabel = "DIR", description = "directory of the journal")
  private Path directory;

  @Option(
      names = "--around",
      paramLabel = "POSITION",
      description = "the record that holds this log position, and --count before and behind it")
  private Long around;

  @Option(
      names = "--from",
      paramLabel = "POSITION",
      description = "first log position; 0 if not given")
  private long from;

  @Option(names = "--to", paramLabel = "POSITION", description = "records before this position")
  private long to = Long.MAX_VALUE;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "at most so many records; 100, with --around 10 on each side")
  private Integer count;

  @Option(names = "--thread", paramLabel = "ID", description = "only of this thread; main is 1")
  private Integer thread;

  @Option(names = "--kind", paramLabel = "KIND", description = "only of this kind, as in OUTPUT")
  private String kind;

  @Option(
      names = "--native",
      paramLabel = "TEXT",
      description = "only of natives whose name holds this text")
  private String method;

  @Option(names = "--payload", description = "also the bytes that went through sockets")
  private boolean payload;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec;

  ShowCommand(RecordScanner.Factory scanners) {
    this.scanners = scanners;
  }

  @Override
  public Integer call() {
    if (around != null && (from != 0 || to != Long.MAX_VALUE)) {
      throw usage("--around says which records; --from and --to would say it again");
    }
    if ((count != null && count < 1) || from < 0 || to < 0 || (around != null && around < 0)) {
      throw usage("counts are at least 1, positions at least 0");
    }
    return Trouble.report(spec, this::show);
  }

  private CommandLine.ParameterException usage(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }

  private int show() throws IOException, UnknownRecordsException {
    try (RecordStream records = new RecordStream(directory, scanners)) {
      boolean found = around == null ? list(records) : around(records);
      if (!found) {
        Trouble.say(
            spec,
            "the log ends at position "
                + records.position()
                + (around == null ? "; no record there is what was asked for" : ""));
        return JournalCommand.DAMAGED;
      }
      return 0;
    } finally {
      out().flush();
    }
  }

  private boolean list(RecordStream records) throws IOException {
    int left = count == null ? LISTED : count;
    boolean found = false;
    for (PlacedRecord r = records.next(); r != null && r.position() < to; r = records.next()) {
      if (r.end() > from && wanted(r)) {
        print(r, ' ');
        found = true;
        if (--left == 0) {
          break;
        }
      }
    }
    return found;
  }

  private boolean around(RecordStream records) throws IOException {
    int each = count == null ? AROUND : count;
    ArrayDeque<PlacedRecord> before = new ArrayDeque<>();
    PlacedRecord r = records.next();
    while (r != null && r.end() <= around) {
      if (wanted(r)) {
        if (before.size() == each) {
          before.remove();
        }
        before.add(r);
      }
      r = records.next();
    }
    if (r == null) {
      return false;
    }
    for (PlacedRecord earlier : before) {
      print(earlier, ' ');
    }
    print(r, '>');
    for (int n = 0; n < each && (r = records.next()) != null; ) {
      if (wanted(r)) {
        print(r, ' ');
        n++;
      }
    }
    return true;
  }

  private boolean wanted(PlacedRecord r) {
    return (thread == null || r.thread() == thread)
        && (kind == null || r.brief().kind().equalsIgnoreCase(kind))
        && (method == null || (r.brief().method() != null && r.brief().method().contains(method)));
  }

  private void print(PlacedRecord r, char mark) throws UnreadableRecordException {
    out().print(json ? Json.line(RecordText.json(r, payload)) : RecordText.plain(r, mark, payload));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
