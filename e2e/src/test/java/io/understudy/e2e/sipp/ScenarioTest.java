package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
  @TempDir private Path directory;

  @Test
  void takesOnlyTheTimersOutOfTheCopy() throws IOException {
    Path file = directory.resolve("uac.xml");
    Files.writeString(file, "<send retrans=\"500\" crlf=\"true\">x</send><recv response=\"200\"/>");

    Path copy = new Scenario(file).withoutTimers(directory.resolve("caller")).file();

    assertThat(copy).hasContent("<send crlf=\"true\">x</send><recv response=\"200\"/>");
    assertThat(file).content().contains("retrans=\"500\"");
  }

  @Test
  void findsTheTimersOfTheShippedScenarios() throws IOException {
    for (String name : new String[] {"uac.xml", "uas.xml"}) {
      String text = Files.readString(Path.of("src/sipp", name));
      assertThat(text).contains("<send retrans=");
      assertThat(Scenario.untimed(text)).contains("<send>").doesNotContain("<send retrans=");
    }
  }
}
