package demo.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller or callee on a loopback socket that speaks SIP by hand. */
public final class SipPeer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final DatagramSocket socket;
  private final Endpoint server;

  public SipPeer(Endpoint server) throws IOException {
    this.server = server;
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** Where this peer listens. */
  public Endpoint endpoint() {
    return new Endpoint(socket.getLocalAddress().getHostAddress(), socket.getLocalPort());
  }

  /** A port of the loopback that is free now. */
  public static int freePort() throws IOException {
    try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** Sends a request of the call. */
  public void request(String method, String uri, int sequence, String callId, String toTag)
      throws IOException {
    String own = endpoint().toString();
    // a CANCEL has the branch of what it cancels (RFC 3261 §9.1)
    String branch = callId + method.replace("CANCEL", "INVITE");
    send(
        method + " " + uri + " SIP/2.0",
        "Via: SIP/2.0/UDP " + own + ";branch=z9hG4bK-" + branch,
        "From: <sip:caller@" + own + ">;tag=from1",
        "To: <sip:service@" + server + ">" + (toTag == null ? "" : ";tag=" + toTag),
        "Call-ID: " + callId,
        "CSeq: " + sequence + " " + method,
        "Contact: <sip:caller@" + own + ">",
        "Max-Forwards: 70",
        "Content-Length: 0");
  }

  /** Answers a request that was received, with the tag of this peer. */
  public void answer(String request, String status) throws IOException {
    String to = header(request, "To");
    send(
        "SIP/2.0 " + status,
        "Via: " + header(request, "Via"),
        "From: " + header(request, "From"),
        "To: " + to + (to.contains("tag=") ? "" : ";tag=to1"),
        "Call-ID: " + header(request, "Call-ID"),
        "CSeq: " + header(request, "CSeq"),
        "Contact: <sip:callee@" + endpoint() + ">",
        "Content-Length: 0");
  }

  private void send(String... lines) throws IOException {
    byte[] bytes = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    socket.send(
        new DatagramPacket(
            bytes, bytes.length, InetAddress.getByName(server.host()), server.port()));
  }

  /** The next message whose first line contains the text; others are passed over. */
  public String expect(String firstLine) throws IOException {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
      socket.receive(packet);
      String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      if (message.lines().findFirst().orElse("").contains(firstLine)) {
        return message;
      }
    }
  }

  /** The value of all headers of this name, joined by commas. */
  public static String header(String message, String name) {
    Matcher matcher =
        Pattern.compile("^" + name + ": *(.*?)\r?$", Pattern.MULTILINE).matcher(message);
    StringBuilder values = new StringBuilder();
    while (matcher.find()) {
      values.append(values.length() == 0 ? "" : ",").append(matcher.group(1));
    }
    return values.toString();
  }

  /** The tag of the To header. */
  public static String toTag(String message) {
    String to = header(message, "To");
    return to.substring(to.indexOf("tag=") + 4);
  }

  @Override
  public void close() {
    socket.close();
  }
}
