package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program under the flag sees what it would see without. */
class InvisibilityIT {
  private static final String MAIN = Surroundings.class.getName();

  @TempDir Path directory;

  @BeforeEach
  void copyTheProgramAlone() throws IOException {
    String path = MAIN.replace('.', '/') + ".class";
    Path copy = directory.resolve("app").resolve(path);
    Files.createDirectories(copy.getParent());
    try (InputStream in = Surroundings.class.getResourceAsStream("/" + path)) {
      Files.copy(in, copy);
    }
  }

  private Product.Result run(String... flag) throws Exception {
    String[] arguments = new String[flag.length + 3];
    System.arraycopy(flag, 0, arguments, 0, flag.length);
    arguments[flag.length] = "-cp";
    arguments[flag.length + 1] = "app";
    arguments[flag.length + 2] = MAIN;
    return Product.java(directory, Map.of(), arguments);
  }

  @Test
  void propertiesLoadersAndClassesAreAsWithoutTheAgent() throws Exception {
    Product.Result bare = run();
    Product.Result under = run("-javaagent:" + Product.JAR + "=role=record,journal=log");
    assertThat(bare.exitCode()).as(bare.err()).isZero();
    assertThat(under.exitCode()).as(under.err()).isZero();
    assertThat(bare.out()).contains("net.bytebuddy.ByteBuddy false");
    assertThat(under.out()).isEqualTo(bare.out());
    assertThat(under.err().lines().filter(line -> !line.startsWith("[understudy] ")))
        .containsExactly("the program's own line");
  }

  @Test
  void switchedOffItIsSilent() throws Exception {
    Product.Result off = run("-javaagent:" + Product.JAR + "=role=off");
    assertThat(off.out()).isEqualTo(run().out());
    assertThat(off.err()).isEqualTo("the program's own line\n");
  }
}
