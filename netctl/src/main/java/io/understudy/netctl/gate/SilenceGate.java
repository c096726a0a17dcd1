package io.understudy.netctl.gate;

import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.util.List;

/**
 * Decides in the kernel whether this node speaks for the virtual addresses.
 *
 * <p>Shut: every frame that speaks for one of them is dropped on its way out, without an error to
 * the application, and what comes in for them is dropped too, since the server's sockets are bound
 * and would fill. Open: both pass, except the ICMP errors with which a dying server's ports would
 * answer. The gate stays as it is when this process dies; {@link #install} shuts it.
 *
 * <p>Any thread; {@link #open} and {@link #shut} take some 50 µs.
 */
public final class SilenceGate implements AutoCloseable {
  /** No device has this name: the kernel refuses a slash in one. */
  private static final String NO_DEVICE = "understudy/";

  private final String device;
  private final String rules;
  private final NftCommand nft;
  private final NetlinkSocket netlink;
  private final LiveSet live;

  public SilenceGate(String device, List<Prefix> vips, NftCommand nft) {
    this(
        device,
        new GateRules(device, vips).text(),
        nft,
        new NetlinkSocket(NetlinkSocket.NETFILTER));
  }

  private SilenceGate(String device, String rules, NftCommand nft, NetlinkSocket netlink) {
    this.device = device;
    this.rules = rules;
    this.nft = nft;
    this.netlink = netlink;
    this.live = new LiveSet(netlink);
  }

  /** A gate that can be opened and shut like this one and lets nobody speak. */
  public SilenceGate rehearsal() {
    return new SilenceGate(NO_DEVICE, rules, nft, netlink);
  }

  /** Puts the table in place, shut, whatever was there. */
  public void install() {
    nft.apply(rules);
  }

  /** Lets this node speak. */
  public void open() {
    live.add(device);
  }

  /** Silences this node; puts the table back if somebody has removed it. */
  public void shut() {
    if (!live.remove(device) && !live.exists()) {
      install();
    }
  }

  /** What the kernel says: true if this node may speak. */
  public boolean isOpen() {
    return live.contains(device) || !live.exists();
  }

  /** False if somebody has removed the table, so that nothing holds this node back. */
  public boolean isInstalled() {
    return live.exists();
  }

  @Override
  public void close() {
    netlink.close();
  }
}
