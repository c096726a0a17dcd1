package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program under the flag sees what it would see without. */
class InvisibilityIT {
  private static final String MAIN = Surroundings.class.getName();
  private static final String MANAGER = Surroundings.Manager.class.getName();

  /** What tells libraries to leave their native parts alone, which the agent cannot see into. */
  private static final String STAYS_IN_JAVA = "(?m)^io\\.[a-z.]*netty\\.[A-Za-z.]+=true\\n";

  @TempDir Path directory;

  @BeforeEach
  void copyTheProgramAlone() throws IOException {
    for (String name : List.of(MAIN, MANAGER)) {
      String path = name.replace('.', '/') + ".class";
      Path copy = directory.resolve("app").resolve(path);
      Files.createDirectories(copy.getParent());
      try (InputStream in = Surroundings.class.getResourceAsStream("/" + path)) {
        Files.copy(in, copy);
      }
    }
  }

  private Ended run(String... flag) throws Exception {
    return new ForkedJvm(directory).arguments(flag).arguments("-cp", "app", MAIN).run("program");
  }

  @Test
  void propertiesLoadersAndClassesAreAsWithoutTheAgent() throws Exception {
    Ended bare = run();
    Ended under = run("-javaagent:" + Product.JAR + "=role=record,journal=log");
    assertThat(bare.exit()).as(bare.err()).isZero();
    assertThat(under.exit()).as(under.err()).isZero();
    assertThat(bare.out()).contains("net.bytebuddy.ByteBuddy false", "class " + MANAGER);
    assertThat(under.out().replaceAll(STAYS_IN_JAVA, "")).isEqualTo(bare.out());
    assertThat(under.out()).contains("io.netty.transport.noNative=true");
    assertThat(under.err().lines().filter(line -> !line.startsWith("[understudy] ")))
        .containsExactly("the program's own line");
  }

  @Test
  void switchedOffItIsSilent() throws Exception {
    Ended off = run("-javaagent:" + Product.JAR + "=role=off");
    assertThat(off.out()).isEqualTo(run().out());
    assertThat(off.err()).isEqualTo("the program's own line\n");
  }
}
