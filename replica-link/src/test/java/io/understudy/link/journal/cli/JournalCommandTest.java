package io.understudy.link.journal.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.Journals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JournalCommandTest {
  private static final String FIRST = "0000000001-0000000000000000000.log";
  private static final String SECOND = "0000000002-0000000000000005000.log";

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoEpochs() throws IOException {
    byte[] bytes = Journals.random(new Random(2), 5000);
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 1 << 20)) {
      writer.append(bytes, 0, 5000, 0);
      writer.startEpoch(2);
      writer.append(bytes, 0, 700, 5000);
    }
  }

  @Test
  void aGoodJournal() {
    assertThat(run("inspect", directory)).isZero();
    assertThat(out.toString())
        .contains("cluster pair-1", "jdk.build 17.0.15+6")
        .contains(FIRST + " epoch 1 position 0..5000 blocks 1")
        .contains(SECOND + " epoch 2 position 5000..5700 blocks 1");
    assertThat(run("verify", directory)).isZero();
    assertThat(out.toString()).contains("good: 2 segments, log ends at 5700");
    assertThat(run("verify", directory, "--json")).isZero();
    assertThat(out.toString()).contains("{\"good\":true,\"end\":5700,\"problems\":{}}");
  }

  private static LogRecord tens(byte[] data, int at, int to, boolean detail) {
    boolean even = at % 20 == 0;
    return new LogRecord(even ? "EVEN" : "ODD", even ? "a#b" : null, 10, -1, List.of());
  }

  @Test
  void recordsAreCountedByKind() {
    assertThat(
            command(header -> JournalCommandTest::tens)
                .execute("stats", directory.toString(), "--json"))
        .isZero();
    assertThat(out.toString())
        .contains("\"log_bytes\":5700", "\"segments\":2", "\"records\":570")
        .contains("\"EVEN\":{\"records\":285,\"bytes\":2850}")
        .contains("\"natives\":{\"a#b\":{\"records\":285,\"bytes\":2850}}");
  }

  @Test
  void recordsOfAnUnknownFormatAreNotCountedAsNone() {
    RecordScanner.Factory none =
        header -> {
          throw new UnknownRecordsException("they are of " + header.identity().get("jdk.build"));
        };
    assertThat(command(none).execute("stats", directory.toString(), "--json")).isZero();
    assertThat(out.toString()).contains("\"log_bytes\":5700", "\"records\":null");
    assertThat(err.toString()).contains("records are not counted: they are of 17.0.15+6");
  }

  /** Records of ten bytes with a payload; a byte above 'z' where a record begins is none. */
  private static LogRecord shown(byte[] data, int at, int to, boolean detail) {
    if (data[at] < 0) {
      throw new IllegalStateException("it begins with " + data[at]);
    }
    byte[] payload = Arrays.copyOfRange(data, at, at + 10);
    LogField field = new LogField("bytes", new String(payload, ISO_8859_1), payload);
    int granted = at % 100 == 0 ? 1 + at / 100 : LogRecord.NOBODY;
    List<LogField> fields = detail ? List.of(field) : List.of();
    return new LogRecord(at % 20 == 0 ? "EVEN" : "ODD", "a#b" + at % 30, 10, granted, fields);
  }

  /** A journal of letters, 1000 bytes, and then what is given. */
  private Path letters(String name, byte[] more) throws IOException {
    Path journal = directory.resolve(name);
    byte[] bytes = new byte[1000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    try (JournalWriter writer = JournalWriter.create(journal, Journals.header(), 1 << 20)) {
      writer.append(bytes, 0, bytes.length, 0);
      if (more.length > 0) {
        writer.append(more, 0, more.length, bytes.length);
      }
    }
    return journal;
  }

  private int journal(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return command(header -> JournalCommandTest::shown).execute(words);
  }

  @Test
  void recordsAroundAPosition() throws IOException {
    String journal = letters("shown", new byte[0]).toString();
    assertThat(journal("show", journal, "--around", "505", "--count", "2", "--payload")).isZero();
    assertThat(out.toString().lines().filter(l -> l.contains("a#b")).map(l -> l.substring(0, 40)))
        .containsExactly(
            "           480     10  #5    EVEN       ".substring(0, 40),
            "           490     10  #5    ODD        ".substring(0, 40),
            ">          500     10  #6    EVEN       ".substring(0, 40),
            "           510     10  #6    ODD        ".substring(0, 40),
            "           520     10  #6    EVEN       ".substring(0, 40));
    assertThat(out.toString())
        .contains("0000  67 68 69 6a 6b 6c 6d 6e 6f 70")
        .contains("ghijklmnop");
  }

  @Test
  void recordsOfOneThreadKindOrNative() throws IOException {
    String journal = letters("shown", new byte[0]).toString();
    assertThat(journal("show", journal, "--thread", "3", "--kind", "odd", "--json")).isZero();
    assertThat(out.toString().lines()).hasSize(5).allMatch(l -> l.contains("\"thread\":3"));
    assertThat(journal("show", journal, "--native", "#b20", "--from", "100", "--count", "3"))
        .isZero();
    assertThat(out.toString().lines()).hasSize(3).allMatch(l -> l.contains("a#b20"));
    assertThat(journal("show", journal, "--around", "1000")).isEqualTo(1);
    assertThat(err.toString()).contains("the log ends at position 1000");
    assertThat(journal("show", journal, "--around", "1", "--from", "1")).isEqualTo(2);
  }

  @Test
  void whatIsNoRecordIsNamedWithItsPlaceAndNoStack() throws IOException {
    byte[] noise = new byte[10];
    Arrays.fill(noise, (byte) 0xee);
    String journal = letters("broken", noise).toString();
    assertThat(journal("show", journal, "--from", "950")).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(5);
    assertThat(err.toString())
        .contains("what stands at position 1000 of " + journal + " is no record: it begins with")
        .doesNotContain("\tat ");
  }

  @Test
  void twoJournalsAreComparedByRecords() throws IOException {
    String whole = letters("whole", "0123456789abcdefghij".getBytes(ISO_8859_1)).toString();
    String same = letters("same", "0123456789abcdefghij".getBytes(ISO_8859_1)).toString();
    String other = letters("other", "0123456789abcdXfghij".getBytes(ISO_8859_1)).toString();
    String begin = letters("begin", "0123456789".getBytes(ISO_8859_1)).toString();
    assertThat(journal("diff", whole, same)).isZero();
    assertThat(out.toString()).contains("the same records in both, up to position 1020");
    assertThat(journal("diff", whole, other, "--context", "1")).isEqualTo(3);
    assertThat(out.toString())
        .contains("the first difference is in the record at position 1010, in its byte 4")
        .containsSubsequence("alike in both", "0123456789", "A goes on", "abcdefghij")
        .containsSubsequence("B goes on", "abcdXfghij");
    assertThat(journal("diff", begin, whole, "--json")).isEqualTo(4);
    assertThat(out.toString())
        .contains("\"same\":false,\"prefix\":\"A\",\"position\":1010,\"header\":[]");
  }

  @Test
  void journalsOfTwoRunsDifferInTheirHeaders() throws IOException {
    String mine = letters("mine", new byte[0]).toString();
    Path other = directory.resolve("theirs");
    JournalHeader header =
        JournalHeader.genesis("pair-1", Map.of("jdk.build", "25", "agent", "abc"), new long[] {4});
    try (JournalWriter writer = JournalWriter.create(other, header, 1 << 20)) {
      writer.append(new byte[] {'a'}, 0, 1, 0);
    }
    RecordScanner.Factory none =
        unknown -> {
          throw new UnknownRecordsException("they are of another JDK");
        };
    assertThat(command(none).execute("diff", mine, other.toString())).isEqualTo(3);
    assertThat(out.toString())
        .contains("header differs: seeds: they differ, so these are logs of two runs")
        .contains("header differs: jdk.build: A 17.0.15+6, B 25")
        .contains("B is a prefix of the other: it ends at position 1");
    assertThat(err.toString()).contains("bytes are compared, not records");
    assertThat(command(none).execute("show", mine)).isEqualTo(1);
    assertThat(err.toString()).contains("records cannot be told apart: they are of another JDK");
  }

  @Test
  void aTornTailEndsTheLog() throws IOException {
    Path journal = letters("torn", "0123456789".getBytes(ISO_8859_1));
    Path other = letters("whole", "0123456789".getBytes(ISO_8859_1));
    Path segment = journal.resolve(FIRST);
    byte[] bytes = Files.readAllBytes(segment);
    Files.write(segment, Arrays.copyOf(bytes, bytes.length - 3));
    assertThat(journal("diff", journal.toString(), other.toString())).isEqualTo(4);
    assertThat(out.toString()).contains("A is a prefix of the other");
    Files.write(segment, "no journal at all".getBytes(ISO_8859_1));
    assertThat(journal("diff", journal.toString(), other.toString())).isEqualTo(1);
    assertThat(err.toString()).isNotEmpty().doesNotContain("\tat ");
  }

  @Test
  void damageIsNamedWithItsPlace() throws IOException {
    Path first = directory.resolve(FIRST);
    byte[] bytes = Files.readAllBytes(first);
    bytes[bytes.length - 1] = (byte) ~bytes[bytes.length - 1];
    Files.write(first, bytes);
    assertThat(run("verify", directory)).isEqualTo(1);
    assertThat(out.toString())
        .contains(FIRST + ": the block at offset")
        .contains("damaged: what follows cannot be replayed");
    assertThat(run("inspect", directory, "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"good\":false");
  }

  @Test
  void aSegmentThatWasExchangedIsNoticedByItsDigest() throws IOException {
    Path other = directory.resolve("other");
    byte[] bytes = Journals.random(new Random(77), 5000);
    try (JournalWriter writer = JournalWriter.create(other, Journals.header(), 1 << 20)) {
      writer.append(bytes, 0, 5000, 0);
    }
    Files.write(directory.resolve(FIRST), Files.readAllBytes(other.resolve(FIRST)));
    assertThat(run("verify", directory)).isEqualTo(1);
    assertThat(out.toString()).contains("the digest in its header is not that of " + FIRST);
  }

  @Test
  void aMissingBeginningAndATornTail() throws IOException {
    Path second = directory.resolve(SECOND);
    byte[] bytes = Files.readAllBytes(second);
    Files.write(second, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(run("verify", directory)).isZero();
    assertThat(out.toString()).contains("torn tail of").contains("log ends at 5000");
    Files.delete(directory.resolve(FIRST));
    assertThat(run("verify", directory)).isEqualTo(1);
    assertThat(out.toString()).contains("segments before it are missing");
  }

  @Test
  void whatIsNoJournalAndWhatIsNoCommand() {
    assertThat(run("verify", directory.resolve("absent"))).isEqualTo(1);
    assertThat(err.toString()).contains("holds no journal segment");
    assertThat(command(null).execute("repair")).isEqualTo(2);
    assertThat(command(null).execute()).isEqualTo(2);
    assertThat(err.toString()).contains("which one: journal inspect, journal verify");
  }

  private int run(String sub, Path path, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = sub;
    all[1] = path.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return command(null).execute(all);
  }

  private CommandLine command(RecordScanner.Factory scanners) {
    return JournalCommand.of(scanners).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }
}
