package demo.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static Settings parse(String line) {
    return Settings.parse(line.split(" "));
  }

  @Test
  void readsEveryOption() {
    Settings settings =
        parse(
            "--bind 0.0.0.0:5060 --cluster 10.0.0.1:5080,10.0.0.2:5081 --workers 7"
                + " --advertise 10.0.0.9 --digest-file d.txt --ring-timeout 5 --call-expiry 6");
    assertThat(settings.bind()).isEqualTo(new Endpoint("0.0.0.0", 5060));
    assertThat(settings.cluster())
        .containsExactly(new Endpoint("10.0.0.1", 5080), new Endpoint("10.0.0.2", 5081));
    assertThat(settings.workers()).isEqualTo(7);
    assertThat(settings.digestFile()).hasFileName("d.txt");
    assertThat(settings.ringTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.callExpiry()).isEqualTo(Duration.ofSeconds(6));
    assertThat(settings.advertisedHost("10.0.0.3")).isEqualTo("10.0.0.9");
  }

  @Test
  void advertisesTheBoundAddressOrHowItWasAddressed() {
    assertThat(parse("--bind 10.0.0.1:5060 --cluster a:1").advertisedHost("b"))
        .isEqualTo("10.0.0.1");
    assertThat(parse("--bind 0.0.0.0:5060 --cluster a:1").advertisedHost("b")).isEqualTo("b");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertRefused("--bind 10.0.0.1:5060", "--cluster");
    assertRefused("--bind 10.0.0.1 --cluster a:1", "HOST:PORT");
    assertRefused("--bind 10.0.0.1:99999 --cluster a:1", "1..65535");
    assertRefused("--bind 10.0.0.1:x --cluster a:1", "numeric");
    assertRefused("--bind a:1 --cluster a:1 --workers 0", "positive");
    assertRefused("--bind a:1 --cluster a:1 --worker 3", "--worker");
    assertRefused("--bind a:1 --cluster", "no value");
  }

  private static void assertRefused(String line, String reason) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
