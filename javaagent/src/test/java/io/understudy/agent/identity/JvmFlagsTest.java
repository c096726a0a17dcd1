package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFlagsTest {
  private static SortedMap<String, String> describe(String... flags) throws IOException {
    SortedMap<String, String> identity = new TreeMap<>();
    JvmFlags.describe(identity, new Digest(), new File("/opt/understudy.jar"), List.of(flags));
    return identity;
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx512m,-Xmx",
    "-XX:+UseZGC,-XX:UseZGC",
    "-XX:-UseZGC,-XX:UseZGC",
    "-XX:MaxRAM=1g,-XX:MaxRAM",
    "-Dpassword=x,-Dpassword",
    "-ea,-ea"
  })
  void aFlagHasAName(String flag, String name) {
    assertThat(JvmFlags.name(flag)).isEqualTo(name);
  }

  @Test
  void ourFlagAndOptionsDoNotCount() throws IOException {
    assertThat(
            describe(
                "-javaagent:/opt/understudy.jar=role=primary",
                "-javaagent:/opt/server/../understudy.jar=role=primary",
                "-Dunderstudy.peer=localhost:1",
                "-agentlib:jdwp=transport=dt_socket,server=y"))
        .isEmpty();
  }

  @Test
  void valuesAndTheirOrderCountButAreNotShown() throws IOException {
    assertThat(describe("-Dpassword=secret").toString()).doesNotContain("secret");
    assertThat(describe("-Da=1")).isNotEqualTo(describe("-Da=2"));
    assertThat(describe("-Da=1", "-Da=2")).isNotEqualTo(describe("-Da=2", "-Da=1"));
    assertThat(describe("-Da=1", "-Db=1")).isEqualTo(describe("-Db=1", "-Da=1"));
  }

  @Test
  void optionsOfTheEnvironmentStandInFront() {
    assertThat(
            JvmFlags.withEnvironment(
                List.of("HOME=/root", "JAVA_TOOL_OPTIONS=-Da=1  -Db=2"), List.of("-Xmx1g")))
        .containsExactly("-Da=1", "-Db=2", "-Xmx1g");
  }
}
