package io.understudy.e2e.lab;

import java.util.List;

/**
 * A host on the service network that has another one's address, too, as the clone of a machine has.
 * It answers who asks for the address, and claims it whenever it looks for a neighbour.
 */
public final class Twin {
  static final String NAME = "twin";

  private static final int LAST_BYTE = 99;
  private static final String NOBODY = "10.77.0.200";

  private Twin() {}

  /** Comes up, and looks for a neighbour that is not there: three claims, a second apart. */
  public static void join(String address) {
    String device = Network.SERVICE_DEVICE;
    Network.add(NAME);
    Network.attach(NAME, LAST_BYTE, "10.77.0." + LAST_BYTE);
    Network.batch(
        NAME,
        "addr add %s/32 dev %s".formatted(address, device),
        "route change %s dev %s src %s".formatted(Addresses.SERVICE_NETWORK, device, address));
    Command.inside(NAME, List.of("bash", "-c", "echo > /dev/udp/" + NOBODY + "/9")).run();
  }

  /** Is gone. */
  public static void leave() {
    Command.of("ip", "netns", "del", NAME).run();
  }
}
