package io.understudy.netctl;

import static io.understudy.netctl.lab.Daemons.command;
import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every reason not to start, or not to obey, has its message and its exit code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class StartRefusedIT {
  private Lab lab;

  @BeforeAll
  void start() {
    lab = new Lab();
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  @Test
  void aSecondDaemonIsRefusedAndTheFirstGoesOn() {
    try (Daemons.Running first = lab.daemon(ALPHA)) {
      command(lab.socket(ALPHA), "speak");
      refused(
          lab.netctl(ALPHA, List.of(), lab.run(ALPHA)),
          ExitCode.ALREADY_RUNNING,
          "another netctl runs in this network namespace");
      assertThat(command(lab.socket(ALPHA), "status").out()).contains("OPEN");
      first.await("ready");
    }
  }

  @Test
  void garbageOnTheSocketEndsThatConnectionOnly() throws IOException {
    try (Daemons.Running daemon = lab.daemon(ALPHA);
        SocketChannel raw = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      raw.connect(UnixDomainSocketAddress.of(lab.socket(ALPHA)));
      raw.write(
          ByteBuffer.wrap("GET / HTTP/1.1\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(ended(raw)).isTrue();
      daemon.await("session-broken");
      assertThat(command(lab.socket(ALPHA), "status").code()).isZero();
    }
  }

  @Test
  void withoutNftNothingIsStarted() {
    List<String> bare = List.of("env", "PATH=" + lab.file("nowhere"));
    refused(lab.netctl(ALPHA, bare, lab.run(ALPHA)), ExitCode.NFT_ABSENT, "nft was not found");
    assertThat(lab.in(ALPHA, "ip addr")).doesNotContain(Lab.VIP);
  }

  @Test
  void aMissingCapabilityIsNamed() {
    for (String capability : List.of("net_admin", "net_raw")) {
      List<String> without =
          List.of("setpriv", "--bounding-set=-" + capability, "--inh-caps=-" + capability);
      refused(
          lab.netctl(ALPHA, without, lab.run(ALPHA)),
          ExitCode.MISSING_CAPABILITY,
          "CAP_" + capability.toUpperCase(java.util.Locale.ROOT) + " is missing");
    }
  }

  @Test
  void aMissingDeviceIsNamed() {
    List<String> other = new ArrayList<>(lab.run(ALPHA));
    other.set(other.indexOf("eth0"), "eth7");
    refused(
        lab.netctl(ALPHA, List.of(), other), ExitCode.DEVICE_ABSENT, "no Ethernet device 'eth7'");
  }

  @Test
  void aRouteThatTheKernelRefusesIsNamed() {
    List<String> other = new ArrayList<>(lab.run(ALPHA));
    other.set(other.indexOf("10.77.0.0/24"), "default via 10.99.0.1");
    refused(
        lab.netctl(ALPHA, List.of(), other),
        ExitCode.KERNEL_REFUSED,
        "set service route 0.0.0.0/0 via 10.99.0.1");
    assertThat(lab.in(ALPHA, "ip addr")).doesNotContain(Lab.VIP);
  }

  @Test
  void withoutADaemonACommandSaysSo() {
    Daemons.Result result = command(lab.file("nobody.sock"), "status");
    assertThat(result.code()).isEqualTo(ExitCode.NOT_RUNNING.code());
    assertThat(result.err()).contains("no netctl answers on");
  }

  @Test
  void aForeignServerOnTheSocketIsNoNetctl() throws IOException {
    Path path = lab.file("foreign.sock");
    try (ServerSocketChannel foreign = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      foreign.bind(UnixDomainSocketAddress.of(path));
      Thread thread =
          new Thread(
              () -> {
                try (SocketChannel one = foreign.accept()) {
                  one.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}));
                } catch (IOException closed) {
                  return;
                }
              });
      thread.start();
      assertThat(command(path, "silence").code()).isEqualTo(ExitCode.PROTOCOL.code());
    }
  }

  private static boolean ended(SocketChannel channel) {
    try {
      return channel.read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void refused(Daemons.Running netctl, ExitCode code, String message) {
    assertThat(netctl.code()).as(netctl.said()).isEqualTo(code.code());
    assertThat(netctl.said()).contains(message);
  }
}
