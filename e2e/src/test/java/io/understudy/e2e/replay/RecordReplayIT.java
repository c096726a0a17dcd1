package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every primitive: what the threads of the second JVM see is what those of the first saw. */
class RecordReplayIT {
  private static final int LIMIT_SECONDS = 120;

  @TempDir static Path classes;
  @TempDir Path directory;

  private static Programs programs;

  @BeforeAll
  static void compile() {
    programs = Programs.compile(classes);
  }

  static Stream<Programs.Program> programs() {
    return Programs.index().stream();
  }

  @Tag("streamed")
  @ParameterizedTest
  @MethodSource("programs")
  void aStreamedBackupSeesWhatThePrimarySaw(Programs.Program program) throws Exception {
    int seed = 1000 + Programs.index().indexOf(program);
    StreamedPair.Result pair =
        StreamedPair.run(directory, programs.classes(), program.withSeed(seed));
    assertSame(program, pair.primary(), pair.backup());
  }

  @Test
  void aJournalIsReplayedOfflineLater() throws Exception {
    List<String> offline = List.of("Clocks", "Contention", "IdentityMaps", "Datagrams", "Locks");
    for (Programs.Program program : programs.all()) {
      if (offline.contains(program.name())) {
        Path home = directory.resolve(program.name());
        ForkedJvm jvm =
            new ForkedJvm(home)
                .arguments("-cp", programs.classes().toString())
                .arguments(program.withSeed(7));
        ForkedJvm.Result recorded =
            jvm.finish(jvm.start("record", "role=record,journal=j"), "record", LIMIT_SECONDS);
        ForkedJvm.Result replayed =
            jvm.finish(jvm.start("replay", "role=replay,journal=j"), "replay", LIMIT_SECONDS);
        assertSame(program, recorded, replayed);
      }
    }
  }

  private static void assertSame(
      Programs.Program program, ForkedJvm.Result first, ForkedJvm.Result second) {
    assertThat(first.exit()).as("%s: %s", program, first.err()).isEqualTo(program.exit());
    assertThat(first.hash()).startsWith("HASH ");
    assertThat(second.err()).as(program.name()).contains(" records, 0 divergences");
    assertThat(second.hash()).as(program.name()).isEqualTo(first.hash());
    assertThat(second.exit()).as(second.err()).isEqualTo(program.exit());
  }
}
