package io.understudy.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundPortsTest {
  @Test
  void readsTheLocalPortOfAKernelTable() {
    assertThat(BoundPorts.localPort("  513: 6400004D:13C4 00000000:0000 07 00000000:00000000"))
        .isEqualTo(5060);
    assertThat(
            BoundPorts.localPort(
                " 1: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000"))
        .isEqualTo(8080);
    assertThat(BoundPorts.localPort("")).isEqualTo(-1);
  }

  @Test
  void takesATcpSocketOnlyIfItListens() {
    String place = "   0: 6400004D:13C4 00000000:0000 ";
    assertThat(BoundPorts.isOpen("tcp", place + "0A 00000000:00000000")).isTrue();
    assertThat(BoundPorts.isOpen("tcp", place + "01 00000000:00000000")).isFalse();
    assertThat(BoundPorts.isOpen("udp6", place + "07 00000000:00000000")).isTrue();
  }
}
