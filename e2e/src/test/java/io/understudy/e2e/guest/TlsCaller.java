package io.understudy.e2e.guest;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls over SIP and TLS, several at once, a few on each connection; SIPp of Debian has no TLS. */
public final class TlsCaller {
  private static final int AT_ONCE = 4;
  private static final int ON_A_CONNECTION = 5;
  private static final int LIMIT_MILLIS = 10_000;

  private TlsCaller() {}

  /** Arguments: {@code HOST:PORT CALLS}. Ends with an exception at the first call that fails. */
  public static void main(String[] args) throws Exception {
    int calls = Integer.parseInt(args[1]);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> connections = new ArrayList<>();
    for (int first = 0; first < calls; first += ON_A_CONNECTION) {
      int number = first;
      connections.add(
          threads.submit(
              () -> {
                connection(args[0], number);
                return null;
              }));
    }
    for (Future<?> connection : connections) {
      connection.get();
    }
    threads.shutdown();
    System.out.println(calls + " calls");
  }

  private static void connection(String service, int first) throws Exception {
    try (Socket socket = connect(service)) {
      SipLine line = new SipLine(socket, "TLS");
      for (int i = 0; i < ON_A_CONNECTION; i++) {
        call(line, service, "tls" + (first + i));
      }
    }
  }

  static Socket connect(String service) throws Exception {
    int colon = service.indexOf(':');
    int port = Integer.parseInt(service.substring(colon + 1));
    Socket socket =
        TrustingTls.context().getSocketFactory().createSocket(service.substring(0, colon), port);
    socket.setSoTimeout(LIMIT_MILLIS);
    return socket;
  }

  private static void call(SipLine line, String service, String id) throws IOException {
    String uri = "sip:guest@" + service + ";transport=tls";
    Socket socket = line.socket();
    String via = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    line.send(SipLine.request("INVITE", uri, "TLS", via, id, ""));
    String tag = SipLine.toTag(line.untilOk());
    line.send(SipLine.request("ACK", uri, "TLS", via, id, tag));
    line.send(SipLine.request("BYE", uri, "TLS", via, id, tag));
    line.untilOk();
  }
}
