package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A start that finds woven classes does what one does that weaves them. */
class WovenCacheIT extends ProgramTest {
  private static final List<String> SOME =
      List.of("Clocks", "Contention", "IdentityMaps", "Datagrams", "Locks", "ThreadGroups");

  private int journals;
  private String journal = "j";

  private Path cache() {
    return directory.resolve("cache");
  }

  private Ended run(String role, Programs.Program program, String more) throws Exception {
    return AgentJvm.of(directory, programs.classes(), "role=" + role + ",journal=" + journal + more)
        .hears(role)
        .arguments(program.withSeed(7))
        .run(role);
  }

  private static Programs.Program program(String name) {
    return Programs.index().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private void recordAndReplay(String name, String recordOptions, String replayOptions)
      throws Exception {
    Programs.Program program = program(name);
    journal = "j" + ++journals;
    Ended recorded = run("record", program, recordOptions);
    Ended replayed = run("replay", program, replayOptions);
    new Runs(program, recorded, replayed).assertSame();
    assertThat(recorded.err() + replayed.err()).doesNotContain("WARNING");
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void coldAndWarmNodesSeeTheSame() throws Exception {
    String kept = ",cache=cache";
    recordAndReplay(SOME.get(0), kept, kept); // the record makes the file, the replay adds to it
    long size = Files.size(file());
    assertThat(size).isGreaterThan(100_000);
    for (String name : SOME) {
      recordAndReplay(name, kept, "");
      recordAndReplay(name, "", kept);
    }
    assertThat(Files.size(file())).as("nearly all was found").isLessThan(size + size / 10);
  }

  @Test
  void aDamagedFileIsNamedAndMadeAnew() throws Exception {
    recordAndReplay("Clocks", ",cache=cache", "");
    byte[] whole = Files.readAllBytes(file());
    byte[] damaged = whole.clone();
    damaged[damaged.length / 2] ^= 1;
    for (byte[] bad : List.of(damaged, Arrays.copyOf(whole, whole.length / 2), new byte[3])) {
      Files.write(file(), bad);
      Ended ended = run("replay", program("Clocks"), ",cache=cache");
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.err()).contains("WARNING cache=").contains("0 divergences");
      Ended next = run("replay", program("Clocks"), ",cache=cache");
      assertThat(next.err()).contains("0 divergences").doesNotContain("WARNING");
    }
  }

  @Test
  void whatOthersMayWriteIsNotRun() throws Exception {
    recordAndReplay("Clocks", ",cache=cache", "");
    byte[] before = Files.readAllBytes(file());
    for (Path open : List.of(file(), cache())) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
      Ended ended = run("replay", program("Clocks"), ",cache=cache");
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.err()).contains("WARNING cache=").contains("may be written by one");
      assertThat(Files.readAllBytes(file())).isEqualTo(before);
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeStopsNobody() throws Exception {
    Files.writeString(cache(), "a file");
    Ended ended = run("record", program("Clocks"), ",cache=cache");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("WARNING cache=").contains("The start takes longer");
    assertThat(Files.readString(cache())).isEqualTo("a file");
  }
}
