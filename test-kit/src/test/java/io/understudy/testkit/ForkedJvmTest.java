package io.understudy.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmTest {
  @TempDir Path directory;

  private Path program(String body) throws Exception {
    String source =
        "class P { public static void main(String[] a) throws Exception {" + body + "}}";
    return Files.writeString(directory.resolve("P.java"), source);
  }

  @Test
  void outputAndStatusOfEveryJdk() throws Exception {
    Path p =
        program(
            "System.out.println(\"HASH 1\\nHASH \" + Runtime.version().feature());"
                + "System.err.print(System.getenv(\"V\")); System.exit(3);");
    for (Jdk jdk : Jdk.installed()) {
      Ended ended =
          new ForkedJvm(directory.resolve("made"))
              .jdk(jdk)
              .environment(Map.of("V", "variable"))
              .arguments(p.toString())
              .run("run");
      assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
      assertThat(ended.hash()).isEqualTo("HASH " + jdk.version());
      assertThat(ended.err()).isEqualTo("variable");
    }
    assertThat(Jdk.installed()).contains(Jdk.find(Jdk.running().version()).orElseThrow());
  }

  @Test
  void awaitsWhatIsSaidAndTellsWhatIsNot() throws Exception {
    Path p = program("System.out.println(\"here\"); Thread.sleep(100_000);");
    ForkedJvm jvm = new ForkedJvm(directory).arguments(p.toString());
    try (RunningJvm running = jvm.start("run")) {
      running.await("here", Duration.ofSeconds(60));
      assertThatThrownBy(() -> running.await("gone", Duration.ofMillis(50)))
          .hasMessageContaining("never said; still running")
          .hasMessageContaining("here");
      assertThat(running.finish(0).exit()).isEqualTo(Ended.KILLED);
      assertThat(running.isAlive()).isFalse();
    }
  }
}
