package demo.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UdpEchoTest {
  @Test
  void countsPerClient() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port;
    try (DatagramSocket probe = new DatagramSocket(0, loopback)) {
      port = probe.getLocalPort();
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process server =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                UdpEcho.class.getName(),
                "127.0.0.1:" + port)
            .redirectErrorStream(true)
            .start();
    try (DatagramSocket one = new DatagramSocket(0, loopback);
        DatagramSocket two = new DatagramSocket(0, loopback)) {
      server.inputReader().readLine();
      InetSocketAddress address = new InetSocketAddress(loopback, port);
      assertThat(ask(one, address, "a")).isEqualTo("1 a");
      assertThat(ask(one, address, "b")).isEqualTo("2 b");
      assertThat(ask(two, address, "c")).isEqualTo("1 c");
    } finally {
      server.destroyForcibly();
    }
  }

  private static String ask(DatagramSocket socket, InetSocketAddress server, String text)
      throws Exception {
    socket.setSoTimeout(10_000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, server));
    DatagramPacket answer = new DatagramPacket(new byte[100], 100);
    socket.receive(answer);
    return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
  }
}
