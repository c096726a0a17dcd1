package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;

/**
 * Whether the JDK's sockets are of IPv6. It asks once, before any log begins, and makes addresses
 * and sockets of other classes for each answer.
 */
final class InternetProtocol {
  /** Interfaces with an IPv6 address; the JDK looks there, too (net_util_md.c, IPv6_supported). */
  private static final File INTERFACES = new File("/proc/net/if_inet6");

  private InternetProtocol() {}

  /** As {@link #of(File, boolean)}, of this JVM. */
  static String ofThisJvm() throws IOException {
    return of(INTERFACES, Boolean.getBoolean("java.net.preferIPv4Stack"));
  }

  /**
   * One word.
   *
   * @param interfaces a file with a line for each IPv6 address; no file: no such addresses
   * @param four the user wants IPv4 alone
   */
  static String of(File interfaces, boolean four) throws IOException {
    boolean six =
        !four && interfaces.exists() && !ProcFile.firstBlock(interfaces.getPath()).isEmpty();
    return six ? "yes" : "no";
  }
}
