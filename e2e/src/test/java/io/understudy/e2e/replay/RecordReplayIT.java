package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every primitive: what the threads of the second JVM see is what those of the first saw. */
class RecordReplayIT extends ProgramTest {
  /** Programs of one pair of JVMs: half of a short one's time would be its start. */
  private static final int TOGETHER = 8;

  /** What ends the JVM, or reads all of its standard input. */
  private static final Set<String> ALONE =
      Set.of("ShutdownHooks", "DaemonExits", "StandardInput", "HttpExchanges");

  static Stream<List<Programs.Program>> programs() {
    List<List<Programs.Program>> all = new ArrayList<>();
    List<Programs.Program> together = new ArrayList<>();
    for (Programs.Program program : Programs.index()) {
      if (program.exit() != 0 || ALONE.contains(program.name())) {
        all.add(List.of(program));
        continue;
      }
      together.add(program);
      if (together.size() == TOGETHER) {
        all.add(List.copyOf(together));
        together.clear();
      }
    }
    if (!together.isEmpty()) {
      all.add(List.copyOf(together));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aStreamedBackupSeesWhatThePrimarySaw(List<Programs.Program> some) throws Exception {
    List<String> arguments = new ArrayList<>();
    for (Programs.Program program : some) {
      if (!arguments.isEmpty()) {
        arguments.add("+");
      }
      int seed = 1000 + Programs.index().indexOf(program);
      arguments.addAll(List.of(program.withSeed(seed)));
    }
    StreamedPair.Result pair =
        StreamedPair.run(directory, programs.classes(), arguments.toArray(String[]::new));
    assertThat(hashes(pair.primary())).as("each program to its end").hasSize(2 * some.size());
    assertThat(hashes(pair.backup())).as(pair.backup().err()).isEqualTo(hashes(pair.primary()));
    Programs.Program last = some.get(some.size() - 1);
    new Runs(last, pair.primary(), pair.backup()).assertSame();
  }

  /** Name and hash of each program. */
  static List<String> hashes(Ended ended) {
    return ended
        .out()
        .lines()
        .filter(line -> line.startsWith("PROGRAM ") || line.startsWith("HASH "))
        .toList();
  }

  @Test
  void aJournalIsReplayedOfflineLater() throws Exception {
    List<String> offline =
        List.of("Clocks", "Contention", "IdentityMaps", "Datagrams", "Locks", "VirtualTasks");
    for (Programs.Program program : programs.all()) {
      if (offline.contains(program.name())) {
        Path home = directory.resolve(program.name());
        Runs.offline(home, programs.classes(), program, "").assertSame();
      }
    }
  }
}
