package io.understudy.e2e.guest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What calls a guest: a program that exits with 0 if every call went well. */
enum Caller {
  SIP_UDP("u1"),
  SIP_TCP("t1"),
  SIP_TCP_EACH("tn"), // a connection for each call
  SIP_TLS(""),
  HTTPS("");

  private static final int TALK_MILLIS = 300;
  private static final String OWN_PORT = "6060";

  /** As a phone, which drops a late 100 and waits on (RFC 3261 §17.1.1.2); SIPp would give up. */
  private static final List<String> PATIENT = List.of("-default_behaviors", "all,-abortunexp");

  private final String transport;

  Caller(String transport) {
    this.transport = transport;
  }

  /**
   * The command.
   *
   * @param own address of the caller
   * @param service host and port
   * @param rate calls per second, of SIPp
   * @param seconds after which SIPp gives up
   */
  List<String> command(String own, String service, int rate, int calls, int seconds) {
    if (!transport.isEmpty()) {
      List<String> sipp = new ArrayList<>(List.of("sipp", "-sn", "uac", service, "-nostdin"));
      sipp.addAll(List.of("-t", transport, "-i", own, "-p", OWN_PORT, "-max_socket", "2000"));
      sipp.addAll(List.of("-r", "" + rate, "-m", "" + calls, "-d", "" + TALK_MILLIS));
      sipp.addAll(PATIENT);
      sipp.addAll(List.of("-trace_err", "-error_file", "caller.errors", "-timeout", "" + seconds));
      return sipp;
    }
    Class<?> main = this == HTTPS ? HttpsCaller.class : TlsCaller.class;
    String java = System.getProperty("java.home") + "/bin/java";
    String path = System.getProperty("java.class.path");
    return List.of(java, "-cp", path, main.getName(), service, "" + calls);
  }

  /** Commands of two servers behind a balancer, by their addresses. */
  static Map<String, List<String>> callees(List<String> addresses, int port) {
    Map<String, List<String>> commands = new TreeMap<>();
    for (String address : addresses) {
      commands.put(
          address,
          List.of(
              "sipp",
              "-sf", // the built-in one aborts a call whose INVITE comes again
              Path.of("src/sipp/uas.xml").toAbsolutePath().toString(),
              "-d",
              "0",
              "-i",
              address,
              "-p",
              "" + port,
              "-nostdin"));
    }
    return commands;
  }
}
