package io.understudy.e2e.guest;

import java.util.List;

/**
 * A server of others' making, or one written against others' libraries, as it is started; the flag
 * stands for {@code @AGENT@}.
 */
enum Guest {
  THREAD_PER_CONNECTION("", "guests", "ThreadPerConnection @VIP@ @PORT@", Caller.SIP_TCP_EACH),
  HTTPS("", "guests", "HttpsAnswers @VIP@ @PORT@ @KEYS@ @PASSWORD@", Caller.HTTPS),
  NETTY_UDP("netty", "guests guests-netty", "NettySip @VIP@ @PORT@", Caller.SIP_UDP),
  NETTY_TCP("netty", "guests guests-netty", "NettySip @VIP@ @PORT@", Caller.SIP_TCP),
  JAIN_UDP("jain", "guests-jain", "JainUas @VIP@ @PORT@ udp", Caller.SIP_UDP),
  JAIN_TCP("jain", "guests-jain", "JainUas @VIP@ @PORT@ tcp", Caller.SIP_TCP),
  JAIN_TCP_NIO("jain", "guests-jain", "JainUas @VIP@ @PORT@ tcp " + Guest.NIO, Caller.SIP_TCP),
  JAIN_TLS_NIO(
      "jain", "guests-jain", "JainUas @VIP@ @PORT@ tls " + Guest.NIO + Guest.TLS, Caller.SIP_TLS),
  BALANCER(
      "balancer",
      "",
      "org.mobicents.tools.sip.balancer.BalancerRunner"
          + " -mobicents-balancer-config=@FILES@/lb-configuration.xml",
      Caller.SIP_UDP);

  private static final String BALANCER_READY = "Load balancer API port";
  private static final String BALANCER_END = "BYE ";
  private static final String NIO =
      "gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY="
          + "gov.nist.javax.sip.stack.NioMessageProcessorFactory";
  private static final String TLS =
      " javax.net.ssl.keyStore=@KEYS@ javax.net.ssl.keyStorePassword=@PASSWORD@"
          + " javax.net.ssl.keyStoreType=PKCS12"
          + " javax.net.ssl.trustStore=@KEYS@ javax.net.ssl.trustStorePassword=@PASSWORD@"
          + " gov.nist.javax.sip.TLS_CLIENT_AUTH_TYPE=Disabled"
          + " gov.nist.javax.sip.ENABLED_CIPHER_SUITES=" // its own are disabled in JDK 25
          + "TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private final String jars;
  private final String sources;
  private final String program;
  private final Caller caller;

  Guest(String jars, String sources, String program, Caller caller) {
    this.jars = jars;
    this.sources = sources;
    this.program = program;
    this.caller = caller;
  }

  /** Folder of its jars; empty if it has none. */
  String jars() {
    return jars;
  }

  /** Folders of its sources; none if it comes compiled. */
  List<String> sources() {
    return sources.isEmpty() ? List.of() : List.of(sources.split(" "));
  }

  /** Main class and arguments. */
  String program() {
    return program;
  }

  /** Who calls it. */
  Caller caller() {
    return caller;
  }

  /** What it says when it serves. */
  String ready() {
    return this == BALANCER ? BALANCER_READY : "ready\n";
  }

  /** In what it says of its calls, with its own clock and threads, or of its state at the end. */
  String lastWord() {
    return this == BALANCER ? BALANCER_END : "HASH ";
  }

  /** True if it has no command of its own to end, so that SIGTERM ends it. */
  boolean endsAtSignal() {
    return this == BALANCER;
  }

  /** Its exit code at its end; 143 is SIGTERM's. */
  int exit() {
    return endsAtSignal() ? 143 : 0;
  }

  /** True if it spreads its calls over two servers behind it. */
  boolean hasCluster() {
    return this == BALANCER;
  }
}
