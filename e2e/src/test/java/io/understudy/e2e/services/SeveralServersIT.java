package io.understudy.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on the same two nodes, each with its own address and role, under calls. */
@Tag("once")
class SeveralServersIT {
  @TempDir private Path directory;

  @Test
  void theDeathOfOneAndTheMoveOfTheOtherLoseNoCall() {
    String findings =
        EnclosedProbe.run(
            SeveralServersProbe.class,
            directory.resolve("lab").toString(),
            EnclosedProbe.compile("SoloUas", directory.resolve("classes")));
    System.out.println(findings);

    assertThat(findings.lines())
        .contains(
            "gateway on beta true",
            "of the dead one behind it 0",
            "machine on alpha before the move 0",
            "machine on alpha true",
            "machine on beta behind it 0",
            "gateway calls lost 0",
            "machine calls lost 0");
  }
}
