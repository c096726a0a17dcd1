package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node with a second device on the service network, which no gate shuts. */
@Tag("once")
class OtherDeviceIT {
  private static final String DOUBT = "the device repl0 is on the service network, too";

  private static final String IGNORES =
      "/proc/sys/net/ipv4/conf/all/arp_ignore /proc/sys/net/ipv4/conf/repl0/arp_ignore";

  @Test
  void isDoubtedBeforeTheStart() {
    try (Lab lab = new Lab()) {
      lab.cable();
      assertThat(configTest(lab)).doesNotContain(DOUBT);
      lab.in(ALPHA, "ip addr add 10.77.0.9/24 dev repl0");
      boolean answers = lab.in(ALPHA, "cat " + IGNORES).lines().allMatch("0"::equals);
      if (answers) { // as a host does by default
        assertThat(configTest(lab)).contains(DOUBT, "arp_ignore=1");
      } else {
        assertThat(configTest(lab)).doesNotContain(DOUBT);
      }
    }
  }

  private static String configTest(Lab lab) {
    List<String> words = new ArrayList<>(lab.run(ALPHA));
    words.set(0, "config-test");
    Daemons.Running test = lab.netctl(ALPHA, List.of(), words);
    test.code();
    return test.said();
  }
}
