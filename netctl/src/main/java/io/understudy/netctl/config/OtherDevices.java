package io.understudy.netctl.config;

import io.understudy.netctl.address.Prefix;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Devices beside the service device that are on its network, too. Each answers ARP for all
 * addresses of the node unless {@code arp_ignore} forbids it (Linux, ip-sysctl.rst), and the gate
 * is not theirs.
 */
final class OtherDevices {
  private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4/conf");

  /** Only for addresses of the device itself; from 3 on for others again, 8 for none. */
  private static final List<Integer> SILENT = List.of(1, 2, 8);

  private OtherDevices() {}

  /** The names of those that would answer for a virtual address. */
  static List<String> answering(Configuration configuration) {
    List<String> names = new ArrayList<>();
    try {
      for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        String name = device.getName();
        if (!name.equals(configuration.device())
            && device.isUp()
            && isOnNetworkOf(device, configuration.vips())
            && !SILENT.contains(Math.max(ignores("all"), ignores(name)))) {
          names.add(name);
        }
      }
      return names;
    } catch (SocketException gone) {
      return names; // the devices change while they are looked at
    }
  }

  private static boolean isOnNetworkOf(NetworkInterface device, List<Prefix> vips) {
    return device.getInterfaceAddresses().stream()
        .map(own -> new Prefix(own.getAddress(), own.getNetworkPrefixLength()))
        .filter(own -> !own.isIpv6() && !own.isHost())
        .anyMatch(own -> vips.stream().anyMatch(vip -> own.contains(vip.address())));
  }

  private static int ignores(String device) {
    try {
      return Integer.parseInt(
          Files.readString(SETTINGS.resolve(device).resolve("arp_ignore")).strip());
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }
}
