package io.understudy.e2e.guest;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Tells a guest of ours to say its state and to end. */
final class Ending {
  private Ending() {}

  static void of(Caller caller, String host, int port) throws Exception {
    String service = host + ":" + port;
    switch (caller) {
      case HTTPS ->
          HttpsCaller.client()
              .send(HttpsCaller.request(service, "/stop", ""), BodyHandlers.discarding());
      case SIP_UDP -> {
        try (DatagramSocket socket = new DatagramSocket()) {
          byte[] stop = stop(service, "UDP").getBytes(StandardCharsets.ISO_8859_1);
          InetAddress address = InetAddress.getByName(host);
          socket.send(new DatagramPacket(stop, stop.length, address, port));
        }
      }
      case SIP_TLS -> over(TlsCaller.connect(service), service, "TLS");
      default -> over(new Socket(host, port), service, "TCP");
    }
  }

  private static void over(Socket socket, String service, String transport) throws Exception {
    try (socket) {
      new SipLine(socket, transport).send(stop(service, transport));
      socket.setSoTimeout(3_000);
      while (socket.getInputStream().read() >= 0) {
        // its answer; the end of the guest closes the connection
      }
    } catch (java.io.IOException e) {
      // so does a reset
    }
  }

  private static String stop(String service, String transport) {
    return SipLine.request("STOP", "sip:guest@" + service, transport, "127.0.0.1:9", "stop", "");
  }
}
