package io.understudy.e2e.lab;

import java.util.List;

/**
 * A host on the service network that has another one's address, too, as the clone of a machine has.
 * It lives beside the switch, answers who asks for the address, and claims it whenever it looks for
 * a neighbour.
 */
public final class Twin {
  private static final String DEVICE = "twin0";
  private static final String PORT = "p-twin";
  private static final int LAST_BYTE = 0x63;
  private static final String NOBODY = "10.77.0.200";

  private Twin() {}

  /** Comes up, and looks for a neighbour that is not there: three claims, a second apart. */
  public static void join(String address) {
    Network.batch(
        Network.SWITCH,
        "link add %s type veth peer name %s".formatted(PORT, DEVICE),
        "link set %s master br0 up".formatted(PORT),
        "link set %s address %s".formatted(DEVICE, Network.hardwareAddress(LAST_BYTE)),
        "addr add %s/32 dev %s".formatted(address, DEVICE),
        "link set %s up".formatted(DEVICE),
        "route add 10.77.0.0/24 dev %s src %s".formatted(DEVICE, address));
    List<String> look = List.of("bash", "-c", "echo > /dev/udp/" + NOBODY + "/9");
    Command.inside(Network.SWITCH, look).run();
  }

  /** Is gone. */
  public static void leave() {
    Network.batch(Network.SWITCH, "link del " + PORT);
  }
}
