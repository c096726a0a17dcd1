package io.understudy.netctl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  @TempDir private Path directory;

  @Test
  void theExampleIsReadWithItsDefaults() {
    Configuration example =
        new ConfigReader().file(Path.of("src/main/dist/netctl.properties")).read();
    assertThat(example.node()).isEqualTo("alpha");
    assertThat(example.vipTexts()).containsExactly("10.77.0.100/32");
    assertThat(example.announcements().first()).isEqualTo(7);
    assertThat(example.announcements().againAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(example.announcements().refresh()).isZero();
    assertThat(example.peer()).isNull();
  }

  @Test
  void anOptionWinsOverTheFile() throws IOException {
    Configuration read = new ConfigReader().file(good()).set(ConfigKey.NODE, "beta").read();
    assertThat(read.node()).isEqualTo("beta");
  }

  @Test
  void allErrorsAreNamedAtOnce() throws IOException {
    Path file = good();
    Files.writeString(
        file,
        "vips = 10.0.0.1\nannounce.first = 0\ndevice =\n",
        java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> new ConfigReader().file(file).read())
        .isInstanceOfSatisfying(
            NetctlException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG_ERROR))
        .hasMessageContaining("unknown key 'vips'; did you mean 'vip'?")
        .hasMessageContaining("announce.first: '0' is not a number from 1 to 100")
        .hasMessageContaining("missing key 'device'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VIP|10.77.0.0/24|must be /32",
        "VIP|sip.example.org|is not an IP address",
        "VIP|10.77.0|is not an IP address",
        "VIP|10.77.0.1/33|no prefix length between 0 and 32",
        "VIP|,|names no address",
        "DEVICE|eth0\" drop|is no name of a network device",
        "SERVICE_ROUTES|default|names no gateway",
        "SERVICE_ROUTES|fd77::/64|no virtual address of the family",
        "SERVICE_ROUTES|10.0.0.0/8 via fd77::1|mixes IPv4 and IPv6",
        "ANNOUNCE_REFRESH|60|is not a time such as",
        "PEER|10.78.0.3:7701|belong together",
        "PEER_EVERY|0ms|"
      })
  void aBadValueIsRefusedWithItsReason(ConfigKey key, String value, String reason)
      throws IOException {
    ConfigReader reader = new ConfigReader().file(good()).set(key, value);
    if (reason == null) { // without a peer its keys are not looked at
      assertThat(reader.read().peer()).isNull();
    } else {
      assertThatThrownBy(reader::read).hasMessageContaining(reason);
    }
  }

  @Test
  void anAbsentFileHasACodeOfItsOwn() {
    assertThatThrownBy(() -> new ConfigReader().file(directory.resolve("none")))
        .isInstanceOfSatisfying(
            NetctlException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_CONFIG));
  }

  private Path good() throws IOException {
    return Files.writeString(
        directory.resolve("good"), "node = alpha\ndevice = eth0\nvip = 10.77.0.100\n");
  }
}
