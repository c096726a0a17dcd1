package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A backup that cannot do what the log says notices it at once, tells where and how, leaves the
 * pair and is never promoted; the primary says so and goes on.
 */
class InjectedDivergenceIT extends ProgramTest {
  private static final String MARKED = "marked-question";
  private static final byte NANOS = 0x10;
  private static final int SOCKADDR = 28;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * The bar is 1 s from the record's coming to the report, by the agent's own clock; that figure is
   * printed. It is asserted generously: a backup that gets no processor notices nothing.
   */
  private static final long LIMIT_MICROS = 30_000_000;

  /** Questions before the injection: the backup has executed its backlog, and runs warm code. */
  private static final int BEFORE = 40;

  private static final Pattern NOTICED = Pattern.compile("noticed (\\d+) us after the record came");

  /** Index behind the marked question in these records, or -1. */
  private static int behindMark(byte[] records) {
    String text = new String(records, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(MARKED);
    return at < 0 ? -1 : at + MARKED.length();
  }

  private static byte[] flipped(byte[] records) {
    int at = behindMark(records);
    if (at < 0) {
      return records;
    }
    byte[] changed = records.clone();
    changed[at - 1] ^= 1;
    return changed;
  }

  /** Without the clock's record that follows the question and its sender's address. */
  private static byte[] withoutClock(byte[] records) {
    int at = behindMark(records);
    if (at < 0) {
      return records;
    }
    int from = at + 1 + SOCKADDR;
    assertThat(records[at]).as("length of the sender's address").isEqualTo((byte) SOCKADDR);
    assertThat(records[from]).as("kind of the record behind the question").isEqualTo(NANOS);
    int to = from + 1;
    while (records[to++] < 0) {
      // a number ends with the first byte whose top bit is not set
    }
    byte[] changed = Arrays.copyOf(records, records.length - (to - from));
    System.arraycopy(records, to, changed, from, records.length - to);
    return changed;
  }

  /** Asks until the backup has left; returns its report. */
  private String diverges(
      String what, String more, UnaryOperator<byte[]> change, String backupSays, String primarySite)
      throws Exception {
    try (AnsweringPair pair =
        new AnsweringPair(directory, programs.classes(), more, change, backupSays)) {
      for (int i = 0; i < BEFORE; i++) {
        if (more.isEmpty()) { // with another table the first answer diverges
          assertThat(pair.ask("before " + i)).startsWith("yes before " + i);
        }
        Thread.sleep(50);
      }
      long asked = System.nanoTime();
      assertThat(pair.ask(MARKED)).startsWith("yes " + MARKED + " at ");
      Ended backup = pair.backupsEnd();
      pair.primary().await("ALARM unprotected: the backup is lost (it diverged)", LIMIT);
      long ended = System.nanoTime();
      assertThat(backup.exit()).as(backup.err()).isEqualTo(70);
      String err = pair.primary().err();
      String report = backup.err().substring(backup.err().indexOf("DIVERGED at position "));
      assertThat(err)
          .contains("ALARM the backup diverged and leaves the pair")
          .contains(report.lines().limit(4).toList())
          .contains("code of the primary at the records around it:")
          .containsPattern(" > \\d+ [A-Z]+, thread \"main\"\n       " + primarySite);
      Matcher noticed = NOTICED.matcher(backup.err());
      assertThat(noticed.find()).as(backup.err()).isTrue();
      long micros = Long.parseLong(noticed.group(1));
      long from = pair.changedNanos() == 0 ? asked : pair.changedNanos();
      System.out.printf(
          "%s: noticed %d us after the record came; backup left and primary told %d ms after%n%s%n",
          what, micros, (ended - from) / 1_000_000, report.lines().limit(4).toList());
      assertThat(micros).isLessThan(LIMIT_MICROS);
      for (int i = 0; i < 20; i++) {
        assertThat(pair.ask("after " + i)).startsWith("yes after " + i);
      }
      assertThat(backup.err()).doesNotContain("live in epoch");
      return report;
    }
  }

  private static void assertNames(String report, String expected, String got, String site) {
    assertThat(report.lines().limit(4))
        .as(report)
        .satisfiesExactly(
            l -> assertThat(l).containsPattern("DIVERGED at position \\d+, record \\d+, thread #1"),
            l -> assertThat(l).startsWith(" expected by the program: ").containsPattern(expected),
            l -> assertThat(l).startsWith(" found in the log: ").containsPattern(got),
            l -> assertThat(l).startsWith(" code of this node: ").containsPattern(site));
  }

  private static final String OUTPUT =
      "output sun/nio/ch/DatagramChannelImpl#send0.* hash [0-9a-f]+";
  private static final String SENDS = "Answering.answer\\(Answering.java:\\d+\\)";
  private static final String READS = "Answering.main\\(Answering.java:\\d+\\)";

  @Test
  void aFlippedBitInAnInput() throws Exception {
    String report = diverges("flipped bit", "", InjectedDivergenceIT::flipped, "yes", SENDS);
    assertNames(report, OUTPUT, OUTPUT, SENDS);
  }

  @Test
  void aMissingRecord() throws Exception {
    String report =
        diverges("missing record", "", InjectedDivergenceIT::withoutClock, "yes", READS);
    assertNames(report, "NANOS", "OUTPUT|GRANT", READS);
  }

  /** Both nodes let one clock through to the real one: what they send differs. */
  @Test
  void aClockWithoutAHook() throws Exception {
    Path table =
        ChangedTable.write(
            directory.resolve("no-clock.tbl"),
            List.of("L java/lang/System nanoTime"),
            List.of("java/lang/System nanoTime hook:time/Clock."));
    String report =
        diverges("clock without a hook", ",table=" + table, records -> records, "yes", SENDS);
    assertNames(report, OUTPUT, OUTPUT, SENDS);
  }

  /** A class that is loaded from a file of the node's own says something else in one line. */
  @Test
  void anotherLineInAClassOfTheBackup() throws Exception {
    String report = diverges("another line", "", records -> records, "yea", SENDS);
    assertNames(report, OUTPUT, OUTPUT, SENDS);
  }
}
