package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.engine.log.RecordKind;
import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A replay of a journal that is not as it was written. One recording serves all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadJournalIT {
  private static final int QUESTIONS = 40;

  /** Longer than the journal waits before it writes a block. */
  private static final long BLOCK_MILLIS = 60;

  @TempDir static Path directory;
  private Path application;
  private Path segment;
  private byte[] written;
  private Ended recorded;

  @BeforeAll
  void record() throws Exception {
    application = Application.jar(directory.resolve("app.jar"), "1");
    try (RunningJvm server =
            Product.server(directory, application, "role=record,journal=j").start("record");
        Caller caller = new Caller(server)) {
      for (int i = 1; i < QUESTIONS; i++) {
        assertThat(caller.ask("q")).isEqualTo(i + " q");
        Thread.sleep(BLOCK_MILLIS);
      }
      caller.ask("end");
      recorded = server.finish(30);
    }
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    try (var files = Files.list(directory.resolve("j"))) {
      segment = files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
    }
    written = Files.readAllBytes(segment);
  }

  private Ended replay(byte[] bytes) throws Exception {
    Files.write(segment, bytes);
    return replayer(application, "role=replay,journal=j").run("replay");
  }

  private ForkedJvm replayer(Path program, String options) {
    return Product.server(directory, program, options);
  }

  private Ended verify() throws InterruptedException {
    return Product.tool(directory, "journal", "verify", "j");
  }

  private static long replayed(Ended ended) {
    String line =
        ended.err().lines().filter(l -> l.contains(" records, 0 div")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll(".*replayed (\\d+) records.*", "$1"));
  }

  @Test
  void asItWasWrittenItReplays() throws Exception {
    Ended whole = replay(written);
    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(whole.hash()).isEqualTo(recorded.hash()).startsWith("HASH ");
    assertThat(recorded.err()).contains("recorded " + replayed(whole) + " records");
  }

  @Test
  void aTornTailIsReplayedToTheLastGoodBlock() throws Exception {
    long all = replayed(replay(written));
    for (int cut : new int[] {3, written.length / 3}) {
      Ended torn = replay(Arrays.copyOf(written, written.length - cut));
      if (!torn.err().contains("TORN_TAIL: ")) { // it was just the end of a block
        torn = replay(Arrays.copyOf(written, written.length - cut - 1));
      }
      assertThat(torn.exit()).as(torn.err()).isZero();
      assertThat(torn.err())
          .contains("TORN_TAIL: ", "ends in a half-written block", "nothing need be done");
      assertThat(replayed(torn)).isPositive().isLessThan(all);
      assertThat(torn.hash()).isEqualTo("no hash");
      assertThat(verify().exit()).isZero();
    }
  }

  @Test
  void damageInTheMiddleStopsTheReplayThere() throws Exception {
    byte[] damaged = written.clone();
    damaged[written.length / 2] ^= 0x10;
    Ended stopped = replay(damaged);
    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(65);
    assertThat(stopped.err())
        .contains(" is damaged: the block at offset ")
        .contains("restore the file from the other node's journal")
        .containsPattern("The replay stops at position \\d+: \\d+ records were replayed, 0 div");
    assertThat(stopped.hash()).isEqualTo("no hash");
    assertThat(verify().exit()).isEqualTo(1);
  }

  @Test
  void anotherFormatVersionIsRefusedByNumber() throws Exception {
    byte[] newer = written.clone();
    newer[11] = 99;
    Ended refused = replay(newer);
    assertThat(refused.exit()).as(refused.err()).isEqualTo(65);
    assertThat(refused.err())
        .contains("has journal format version 99, this release reads version " + RecordKind.FORMAT)
        .contains("replay it with the release that wrote it");
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void whatIsNoJournalIsRefused() throws Exception {
    byte[] foreign = written.clone();
    foreign[0] = 'X';
    assertThat(replay(foreign).exit()).isEqualTo(65);
    Ended absent = replayer(application, "role=replay,journal=nowhere").run("replay");
    assertThat(absent.exit()).as(absent.err()).isEqualTo(65);
    assertThat(absent.err()).contains("nowhere holds no journal segment");
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void theJournalOfAnotherProgramIsRefusedByName() throws IOException, InterruptedException {
    Files.write(segment, written);
    Path other = Application.jar(directory.resolve("other.jar"), "2");
    Ended refused = replayer(other, "role=replay,journal=j").run("replay");
    assertThat(refused.exit()).as(refused.err()).isEqualTo(76);
    assertThat(refused.err())
        .contains("this program is not the one recorded in j", "class path differs: recorded ");
    assertThat(refused.out()).isEmpty();
  }
}
