package io.understudy.netctl.daemon;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.address.ServiceDevice;
import io.understudy.netctl.address.ServiceRoutes;
import io.understudy.netctl.address.VirtualAddresses;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.gate.NftCommand;
import io.understudy.netctl.gate.OtherServices;
import io.understudy.netctl.gate.SilenceGate;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;

/** The virtual addresses with their routes, which are never there without the gate. */
final class GuardedAddress {
  private final SilenceGate gate;
  private final VirtualAddresses addresses;
  private final ServiceRoutes routes;

  GuardedAddress(ServiceDevice device, Configuration configuration) {
    NetlinkSocket netlink = new NetlinkSocket(NetlinkSocket.ROUTE);
    String cluster = configuration.tenure().cluster();
    Supplier<Set<InetAddress>> others = () -> OtherServices.addresses(cluster);
    gate =
        new SilenceGate(
            cluster,
            device.name(),
            configuration.vips(),
            configuration.tenure().lease(),
            configuration.shadow().on(),
            new NftCommand());
    addresses = new VirtualAddresses(netlink, device, configuration.vips(), others);
    routes =
        new ServiceRoutes(netlink, device, configuration.vips(), configuration.routes(), others);
  }

  SilenceGate gate() {
    return gate;
  }

  /**
   * Shuts the gate, then puts the addresses behind it.
   *
   * @throws NetctlException if nft or the kernel refuses; what was set so far stays
   */
  void set(Steps steps) {
    try {
      addresses.removeStale();
      gate.install();
      steps.done("gate shut");
      addresses.add();
      routes.set();
      steps.done("address behind it");
    } catch (KernelRefusal e) {
      throw new NetctlException(
          ExitCode.KERNEL_REFUSED,
          "the kernel refused: "
              + e.getMessage()
              + "; the server could not use its address; see 'ip address' and 'ip route', and"
              + " correct 'vip' and 'service.routes'",
          e);
    }
  }

  /**
   * Takes routes and addresses away. The table stays, as it is: the server may still run.
   *
   * @throws KernelRefusal if something is left behind
   */
  void remove() {
    routes.remove();
    addresses.remove();
  }
}
