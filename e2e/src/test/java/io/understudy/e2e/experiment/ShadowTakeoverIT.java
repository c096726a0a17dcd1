package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the input shadow a server gets each datagram once, in whatever way it receives. */
class ShadowTakeoverIT {
  private static final Pattern WAY =
      Pattern.compile("way (\\d) lost (\\d+), twice (\\d+), late (\\d+)");

  /** See docs/decisions/0019-input-shadow.md: around the instant at which input is let in. */
  private static final int MOST_LATE = 10;

  private static final int KILLS = 4;

  @TempDir private Path directory;

  @Test
  void eachDatagramIsConsumedOnce() {
    String findings = findings("shadow", true);
    assertThat(findings).contains("diverged false", "datagrams that came are not in the log");
    Matcher ways = WAY.matcher(findings);
    int seen = 0;
    while (ways.find()) {
      seen++;
      assertThat(ways.group(2) + " " + ways.group(3)).as(findings).isEqualTo("0 0");
      assertThat(Integer.parseInt(ways.group(4))).as(findings).isLessThan(MOST_LATE);
    }
    assertThat(seen).isEqualTo(NumberedSender.WAYS);
  }

  /** The control. */
  @Tag("once")
  @Test
  void withoutTheShadowSomeAreLost() {
    boolean lost = false;
    for (int kill = 0; kill < KILLS && !lost; kill++) {
      Matcher ways = WAY.matcher(findings("bare" + kill, false));
      while (ways.find()) {
        lost |= !ways.group(2).equals("0");
      }
    }
    assertThat(lost).isTrue();
  }

  private String findings(String lab, boolean shadow) {
    String output =
        EnclosedProbe.run(
            ShadowProbe.class,
            directory.resolve(lab).toString(),
            EnclosedProbe.compile("Tally", directory.resolve("classes")),
            Boolean.toString(shadow));
    System.out.println("shadow " + shadow + "\n" + output);
    return output;
  }
}
