package io.understudy.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.experiment.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultResultsTest {
  private static final FaultRow ROW = FaultRow.all().get(0);
  private static final int RATE = 20;

  @TempDir private Path directory;

  @Test
  void lanesShareAFile() throws IOException {
    FaultResults one = results("abc", RATE, false);
    FaultResults other = results("abc", RATE, false);
    one.add(played("abc", 1, RATE));
    other.add(played("abc", 2, RATE));
    one.read();

    assertThat(one.of(List.of(ROW))).extracting(FaultResult::run).containsExactly(1, 2);
    assertThat(one.isKnown(ROW, 2, 7)).isTrue();
    assertThat(one.isKnown(ROW, 2, 8)).as("another seed").isFalse();
    assertThat(one.isKnown(FaultRow.all().get(1), 2, 7)).as("another row").isFalse();
  }

  @Test
  void whatAnotherCommitHasShownCountsOnlyIfAskedFor() throws IOException {
    results("old", RATE, false).add(played("old", 1, RATE));

    FaultResults strict = results("new", RATE, false);
    FaultResults lenient = results("new", RATE, true);
    FaultResults faster = results("new", 2 * RATE, true);
    for (FaultResults each : List.of(strict, lenient, faster)) {
      each.read();
    }

    assertThat(strict.isKnown(ROW, 1, 7)).isFalse();
    assertThat(lenient.isKnown(ROW, 1, 7)).isTrue();
    assertThat(faster.isKnown(ROW, 1, 7)).as("at another rate").isFalse();
  }

  private FaultResults results(String commit, int rate, boolean anyCommit) {
    return new FaultResults(
        directory.resolve("kept/results.jsonl"), commit, Jdk.ofThisJvm(), rate, anyCommit);
  }

  private static FaultResult played(String commit, int run, int rate) {
    int jdk = Jdk.ofThisJvm().feature();
    return new FaultResult(
        ROW.name(),
        run,
        7,
        commit,
        jdk,
        rate,
        20,
        0,
        80,
        0,
        40,
        0,
        0,
        false,
        "",
        List.of(),
        0,
        true);
  }
}
