package io.understudy.e2e.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every primitive: what the threads of the second JVM see is what those of the first saw. */
class RecordReplayIT extends ProgramTest {
  static Stream<Programs.Program> programs() {
    return Programs.index().stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aStreamedBackupSeesWhatThePrimarySaw(Programs.Program program) throws Exception {
    int seed = 1000 + Programs.index().indexOf(program);
    StreamedPair.Result pair =
        StreamedPair.run(directory, programs.classes(), program.withSeed(seed));
    new Runs(program, pair.primary(), pair.backup()).assertSame();
  }

  @Test
  void aJournalIsReplayedOfflineLater() throws Exception {
    List<String> offline = List.of("Clocks", "Contention", "IdentityMaps", "Datagrams", "Locks");
    for (Programs.Program program : programs.all()) {
      if (offline.contains(program.name())) {
        Path home = directory.resolve(program.name());
        Runs.offline(home, programs.classes(), program, "").assertSame();
      }
    }
  }
}
