package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir Path directory;

  @Test
  void describesThisJvmTheSameTwice() throws IOException {
    File agent = Files.writeString(directory.resolve("understudy.jar"), "agent").toFile();
    long start = System.nanoTime();
    SortedMap<String, String> identity = Identity.ofThisJvm(agent);
    System.out.println("identity: " + (System.nanoTime() - start) / 1_000_000 + " ms cold");
    assertThat(identity)
        .containsKeys("agent", "jdk", "class path", "main", "arguments", "locale file.encoding");
    assertThat(identity.get("jdk")).contains(System.getProperty("java.runtime.version"));
    assertThat(identity.get("cpu")).contains("sse");
    assertThat(Identity.ofThisJvm(agent)).isEqualTo(identity);
  }

  @Test
  void anotherAgentIsAnotherIdentity() throws IOException {
    File one = Files.writeString(directory.resolve("1.jar"), "one").toFile();
    File two = Files.writeString(directory.resolve("2.jar"), "two").toFile();
    assertThat(Identity.ofThisJvm(one).get("agent"))
        .isNotEqualTo(Identity.ofThisJvm(two).get("agent"));
  }
}
