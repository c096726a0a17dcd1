package io.understudy.netctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An arbiter that a silent node could not reach stands out before it is silent. */
class ConfigDoubtsTest {
  private static List<String> doubts(String arbiter) {
    return ConfigDoubts.of(
        new ConfigReader()
            .file(Path.of("src/main/dist/netctl.properties"))
            .set(ConfigKey.ARBITER, arbiter)
            .read());
  }

  @Test
  void anArbiterBehindAServiceRoute() {
    assertThat(doubts("etcd:http://10.78.0.11:2379,http://10.77.0.12:2379"))
        .anyMatch(doubt -> doubt.startsWith("'arbiter' 10.77.0.12 is reached by 'service.routes'"))
        .noneMatch(doubt -> doubt.contains("10.78.0."));
    assertThat(doubts("etcd:http://[fd78::1]:2379,http://arbiter:2379"))
        .noneMatch(doubt -> doubt.contains("service.routes"));
  }
}
