package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The callee that judges calls is no cause of their loss: it bears what an outage does to them. */
@Tag("once")
class CalleeScenarioIT {
  private static final String HOST = "127.0.13.1";
  private static final int PORT = 5060;
  private static final int LIMIT_MILLIS = 10_000;
  private static final int RING_MILLIS = 300;
  private static final Pattern TO = Pattern.compile("(?m)^To:.*;tag=(\\S+)");

  private DatagramSocket caller;
  private Process callee;
  private String tag = "";

  @BeforeEach
  void start() throws IOException {
    caller = new DatagramSocket(new InetSocketAddress("127.0.13.2", 0));
    callee =
        new ProcessBuilder(
                List.of(
                    "sipp",
                    "-sf",
                    Path.of("src/sipp/uas.xml").toString(),
                    "-i",
                    HOST,
                    "-p",
                    "" + PORT,
                    "-d",
                    "" + RING_MILLIS,
                    "-timeout",
                    "60",
                    "-nostdin"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  @AfterEach
  void end() {
    callee.destroyForcibly();
    caller.close();
  }

  @Test
  void aLateCopyOfTheInviteHarmsNothing() throws IOException {
    ring();
    assertThat(await("200 ")).contains("1 INVITE");
    send("INVITE", 1, "a");
    assertThat(await("200 ")).as("still repeated").contains("1 INVITE");
    send("ACK", 1, "b");
    send("ACK", 1, "b");
    send("BYE", 2, "c");
    assertThat(await("200 ")).contains("2 BYE");
    send("BYE", 2, "c");
    assertThat(await("200 ")).as("again").contains("2 BYE");
  }

  @Test
  void whoHangsUpBeforeTheAckIsAnswered() throws IOException {
    ring();
    assertThat(await("200 ")).contains("1 INVITE");
    send("BYE", 2, "c");
    String answer = await("200 ");
    while (answer.contains("1 INVITE")) {
      answer = await("200 ");
    }
    assertThat(answer).contains("2 BYE");
    send("BYE", 2, "c");
    assertThat(await("200 ")).as("again").contains("2 BYE");
  }

  /** Until it listens. */
  private void ring() throws IOException {
    for (int i = 0; ; i++) {
      send("INVITE", 1, "a");
      caller.setSoTimeout(200);
      try {
        assertThat(receive()).contains(" 180 ");
        return;
      } catch (SocketTimeoutException notYet) {
        assertThat(i).isLessThan(LIMIT_MILLIS / 200);
      }
    }
  }

  private String await(String status) throws IOException {
    caller.setSoTimeout(LIMIT_MILLIS);
    String answer;
    do {
      answer = receive();
    } while (!answer.startsWith("SIP/2.0 " + status));
    return answer;
  }

  private String receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[4_000], 4_000);
    caller.receive(packet);
    String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    Matcher to = TO.matcher(text);
    if (to.find()) {
      tag = ";tag=" + to.group(1);
    }
    return text;
  }

  private void send(String method, int number, String branch) throws IOException {
    String own = caller.getLocalAddress().getHostAddress() + ":" + caller.getLocalPort();
    String text =
        String.join(
            "\r\n",
            method + " sip:service@" + HOST + " SIP/2.0",
            "Via: SIP/2.0/UDP " + own + ";branch=z9hG4bK" + branch,
            "From: <sip:caller@127.0.13.2>;tag=1",
            "To: <sip:service@" + HOST + ">" + (method.equals("INVITE") ? "" : tag),
            "Call-ID: 1@127.0.13.2",
            "CSeq: " + number + " " + method,
            "Contact: <sip:caller@" + own + ">",
            "Subject: late",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            "");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    caller.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(HOST), PORT));
  }
}
