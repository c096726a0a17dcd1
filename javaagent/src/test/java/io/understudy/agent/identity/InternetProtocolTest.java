package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternetProtocolTest {
  @TempDir private Path directory;

  @Test
  void isIpv6WhereAnInterfaceHasSuchAnAddress() throws IOException {
    File file = directory.resolve("if_inet6").toFile();
    assertThat(InternetProtocol.of(file, false)).isEqualTo("no");
    Files.writeString(file.toPath(), "");
    assertThat(InternetProtocol.of(file, false)).isEqualTo("no");
    Files.writeString(file.toPath(), "00000000000000000000000000000001 01 80 10 80       lo\n");
    assertThat(InternetProtocol.of(file, false)).isEqualTo("yes");
    assertThat(InternetProtocol.of(file, true)).isEqualTo("no");
  }
}
