package io.understudy.link.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.Journals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  @Test
  void recordsAreCountedByKind() {
    RecordScanner tens =
        (data, from, to, visitor) -> {
          for (int i = from; i < to; i += 10) {
            visitor.record(i % 20 == 0 ? "EVEN" : "ODD", i % 20 == 0 ? "a#b" : null, 10);
          }
        };
    assertThat(command(header -> tens).execute("stats", directory.toString(), "--json")).isZero();
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
    return new CommandLine(new JournalCommand(scanners))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
  }
}
