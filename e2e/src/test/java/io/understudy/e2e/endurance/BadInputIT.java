package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The torture messages of RFC 4475 and random bytes: both nodes make the same outputs of them and
 * hold the same state, and the server serves calls afterwards.
 */
class BadInputIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sip-alg", "sip-b2bua"})
  void bothNodesDoTheSame(String server) {
    String output =
        EnclosedProbe.run(
            BadInputProbe.class, directory.resolve("lab").toString(), server, "4475", "1000");

    System.out.println(server + ": " + output);
    assertThat(output.lines())
        .anyMatch(l -> l.matches("sent 49 messages, 1098 datagrams, [1-9]\\d+ answers"))
        .contains("good true");
  }
}
