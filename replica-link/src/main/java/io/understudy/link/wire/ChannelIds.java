package io.understudy.link.wire;

import io.netty.channel.DefaultChannelId;

/**
 * Netty's channel ids hold the pid and the MAC address. Their class asks the JDK for both when it
 * is initialised, and the JDK then keeps this machine's pid for good, where the server must find
 * the primary's. Nothing compares the ids of two processes here, so constants do.
 */
final class ChannelIds {
  private static final String PROCESS = "io.netty.processId";
  private static final String MACHINE = "io.netty.machineId";

  private ChannelIds() {}

  /** Initialises the class, and leaves the system properties as they were. */
  static void settle() {
    String process = System.getProperty(PROCESS);
    String machine = System.getProperty(MACHINE);
    System.setProperty(PROCESS, "1");
    System.setProperty(MACHINE, "02:00:00:00:00:01");
    try {
      DefaultChannelId.newInstance();
    } finally {
      restore(PROCESS, process);
      restore(MACHINE, machine);
    }
  }

  private static void restore(String name, String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
