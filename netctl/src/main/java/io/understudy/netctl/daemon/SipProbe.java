package io.understudy.netctl.daemon;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Asks the server by OPTIONS (RFC 3261, 11) whether it answers; any answer will do. The answers are
 * heard on the thread {@code netctl-probe}. Any thread.
 *
 * <p>The questions reach the server by this host's own addresses, so the gate does not see them.
 */
final class SipProbe {
  private static final int MAX_DATAGRAM = 4096;

  private final InetSocketAddress server;
  private final DatagramSocket socket;
  private final Silence silence;
  private long number;
  private volatile boolean answered;

  /**
   * @param everyNanos how often {@link #ask} is called
   */
  SipProbe(InetSocketAddress server, long everyNanos) {
    this.server = server;
    this.silence = new Silence(everyNanos, System.nanoTime());
    try {
      socket = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
    } catch (IOException e) {
      throw new NetctlException(
          ExitCode.CONFIG_ERROR,
          "cannot ask the server at "
              + server
              + " ("
              + e.getMessage()
              + "); 'probe' must name an address of this node, such as a virtual one",
          e);
    }
    Thread thread = new Thread(this::hear, "netctl-probe");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends one question, or begins anew if nobody is to be asked. */
  void ask(boolean serves) {
    long now = System.nanoTime();
    silence.look(now);
    if (!serves) {
      answered = false;
      return;
    }
    byte[] question = question().getBytes(StandardCharsets.US_ASCII);
    try {
      socket.send(new DatagramPacket(question, question.length, server));
    } catch (IOException refused) {
      // nobody has the port: no answer
    }
  }

  /** How long the server has not answered; 0 if it has never done so. */
  long silentNanos(long now) {
    return answered ? silence.nanos(now) : 0;
  }

  private String question() {
    number++;
    String host = server.getAddress().getHostAddress();
    String us = host + ":" + socket.getLocalPort();
    return """
        OPTIONS sip:%1$s:%2$d SIP/2.0
        Via: SIP/2.0/UDP %3$s;branch=z9hG4bK-netctl-%4$d
        Max-Forwards: 0
        From: <sip:netctl@%3$s>;tag=netctl
        To: <sip:%1$s:%2$d>
        Call-ID: netctl-%4$d@%1$s
        CSeq: %4$d OPTIONS
        Contact: <sip:netctl@%3$s>
        Content-Length: 0

        """
        .formatted(host, server.getPort(), us, number)
        .replace("\n", "\r\n");
  }

  private void hear() {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        silence.heard(System.nanoTime());
        answered = true;
      } catch (IOException unreachable) {
        // an ICMP error is no answer
      }
    }
  }
}
