package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Would the tests notice if a rule were missing? Each program passes with the product's table, and
 * fails with one that lets the rule's natives through to the real ones.
 */
class NegativeControlIT extends ProgramTest {

  private static Programs.Program program(String name) {
    return programs.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** With the product's table the comparison passes; returns what comes of the changed one. */
  private Runs passesAndThen(String name, List<String> inFront, List<String> without)
      throws InterruptedException {
    Programs.Program program = program(name);
    Path sound = directory.resolve(name + "-sound");
    Runs.offline(sound, programs.classes(), program, "").assertSame();
    Path table = ChangedTable.write(directory.resolve(name + ".tbl"), inFront, without);
    Path changed = directory.resolve(name + "-changed");
    Runs runs = Runs.offline(changed, programs.classes(), program, ",table=" + table);
    assertThat(runs.first().err()).contains("WARNING table=" + table);
    runs.assertFirstIsWell();
    return runs;
  }

  private static void assertNoticed(Runs runs) {
    assertThatThrownBy(runs::assertSame).isInstanceOf(AssertionError.class);
  }

  @Test
  void withoutTheClockRules() throws Exception {
    List<String> clocks = List.of("hook:time/Clock.");
    List<String> through =
        List.of(
            "L java/lang/System currentTimeMillis,nanoTime",
            "L jdk/internal/misc/VM getNanoTimeAdjustment");
    Runs runs = passesAndThen("Clocks", through, clocks);
    assertNoticed(runs);
    assertThat(runs.second().exit()).as(runs.second().err()).isZero();
    assertThat(runs.second().hash()).startsWith("HASH ").isNotEqualTo(runs.first().hash());
  }

  @Test
  void withoutTheRulesOfSeededGenerators() throws Exception {
    List<String> seeds =
        List.of("java/util/Random ", "java/util/SplittableRandom", "ThreadLocalRandom seeder");
    Runs runs = passesAndThen("SharedSeeds", List.of(), seeds);
    assertNoticed(runs);
    assertThat(runs.second().hash()).startsWith("HASH ").isNotEqualTo(runs.first().hash());
  }

  @Test
  void withoutTheRulesOfRandomDevices() throws Exception {
    List<String> device = List.of("NativePRNG", "FileInputStream readBytes fis");
    List<String> through = List.of("L java/io/FileInputStream readBytes");
    Runs runs = passesAndThen("SecureRandoms", through, device);
    assertNoticed(runs);
    assertThat(runs.second().hash()).startsWith("HASH ").isNotEqualTo(runs.first().hash());
  }

  @Test
  void withoutTheRuleOfOneNative() throws Exception {
    List<String> through = List.of("L java/lang/ProcessHandleImpl getCurrentPid0");
    Runs runs = passesAndThen("Environment", through, List.of());
    assertNoticed(runs);
    assertThat(runs.second().hash()).startsWith("HASH ").isNotEqualTo(runs.first().hash());
  }

  /** What one node lets through and the other does not is named. */
  @Test
  void aTableThatOnlyOneNodeHas() throws Exception {
    Programs.Program program = program("Environment");
    List<String> through = List.of("L java/lang/ProcessHandleImpl getCurrentPid0");
    Path table = ChangedTable.write(directory.resolve("one.tbl"), through, List.of());
    Runs same = Runs.offline(directory, programs.classes(), program, "");
    same.assertSame();
    var refused =
        AgentJvm.of(directory, programs.classes(), "role=replay,journal=j,table=" + table)
            .arguments(program.withSeed(7))
            .run("other");
    assertThat(refused.exit()).as(refused.err()).isEqualTo(76);
    assertThat(refused.err()).contains("table differs: recorded null, here ");
  }
}
