package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second run finds other files than the first. */
class FilePolicyIT extends ProgramTest {
  private static final int DIVERGED = 70;

  private Path in;

  @BeforeEach
  void files() throws IOException {
    in = Files.createDirectories(directory.resolve("in"));
    Files.createDirectory(in.resolve("a"));
    Files.writeString(in.resolve("config"), "first line\nsecond line\n");
    Files.writeString(in.resolve("a").resolve("b"), "below\n");
  }

  private Ended run(String role, String options, String program) throws InterruptedException {
    return AgentJvm.brief(directory, programs.classes(), "role=" + role + ",journal=j" + options)
        .arguments(program, "7")
        .run(role);
  }

  private static void deleteAll(Path top) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private void same(Ended first, Ended second, String program) {
    new Runs(new Programs.Program(program, List.of("7"), 0), first, second).assertSame();
    assertThat(first.err()).doesNotContain("thread ");
  }

  @Test
  void inputFilesNeedNotBeThere() throws Exception {
    Ended recorded = run("record", ",input=in", "InputFiles");
    deleteAll(in);
    same(recorded, run("replay", ",input=in", "InputFiles"), "InputFiles");
  }

  @Test
  void inputFilesMayBeOthers() throws Exception {
    Ended recorded = run("record", ",input=in", "InputFiles");
    Files.writeString(in.resolve("config"), "another\n");
    Files.writeString(in.resolve("none"), "it is there now");
    same(recorded, run("replay", ",input=in", "InputFiles"), "InputFiles");
  }

  @Test
  void anotherLocalFileIsNoticedAndNamed() throws Exception {
    Ended recorded = run("record", "", "InputFiles");
    assertThat(recorded.hash()).as(recorded.err()).startsWith("HASH ");
    same(recorded, run("replay", "", "InputFiles"), "InputFiles");

    Files.writeString(in.resolve("config"), "first line\nsecond l1ne\n");
    Ended replayed = run("replay", "", "InputFiles");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(DIVERGED);
    assertThat(replayed.err())
        .containsPattern("expected by the program: java/io/.* of the local file in/config: result")
        .contains("declare it with input=");
  }

  @Test
  void aMissingLocalFileIsNoticedAndNamed() throws Exception {
    Ended recorded = run("record", "", "InputFiles");
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    Files.delete(in.resolve("config"));
    Ended replayed = run("replay", "", "InputFiles");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(DIVERGED);
    assertThat(replayed.err()).contains("in/config: java.io.FileNotFoundException");
  }

  @Test
  void outputFilesAreWrittenOnce() throws Exception {
    Ended recorded = run("record", ",output=out", "OutputFiles");
    Path out = directory.resolve("out");
    assertThat(Files.readAllLines(out.resolve("log"))).hasSize(60);
    deleteAll(out);
    same(recorded, run("replay", ",output=out", "OutputFiles"), "OutputFiles");
    assertThat(out).doesNotExist();
  }

  @Test
  void otherPathsAreAnotherServer() throws Exception {
    run("record", ",input=in", "InputFiles");
    Ended replayed = run("replay", "", "InputFiles");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(76);
    assertThat(replayed.err()).contains("input");
  }
}
