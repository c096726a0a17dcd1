package io.understudy.netctl.gate;

import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.time.Duration;
import java.util.List;

/**
 * Decides in the kernel whether this node speaks for the virtual addresses.
 *
 * <p>Shut: every frame that speaks for one of them is dropped on its way out, without an error to
 * the application, and what comes in for them is dropped too, since the server's sockets are bound
 * and would fill. Open: both pass, except the ICMP errors with which a dying server's ports would
 * answer.
 *
 * <p>It is open by a lease only, which the kernel ends by its own clock: a process that is killed,
 * stopped or starved falls silent without doing anything. A lease that has run out cannot be
 * renewed: whoever slept over its end must not find the gate open by his first step.
 *
 * <p>Any thread; all but {@link #install} take some 50 µs.
 */
public final class SilenceGate implements AutoCloseable {
  /** No device has this name: the kernel refuses a slash in one. */
  private static final String NO_DEVICE = "understudy/";

  private final String device;
  private final long leaseMillis;
  private final TimedSets sets;
  private final Runnable table;
  private volatile boolean withholds;

  /**
   * Prepares the gate of a device; {@link #install} puts it there.
   *
   * @param cluster name of the pair: another one on this node has another gate
   * @param lease how long it stays open unless {@link #renew}ed
   * @param shadow whether datagrams that are not let in are kept for a sniffer, and those that are
   *     meant for another node let in: the network brings each one to both
   */
  public SilenceGate(
      String cluster,
      String device,
      List<Prefix> vips,
      Duration lease,
      boolean shadow,
      NftCommand nft) {
    this(
        device,
        lease.toMillis(),
        new LiveSet(new NetlinkSocket(NetlinkSocket.NETFILTER), GateRules.table(cluster)),
        installer(nft, new GateRules(GateRules.table(cluster), device, vips, shadow).text()));
  }

  /**
   * @param table puts the table with its sets in place, empty
   */
  SilenceGate(String device, long leaseMillis, TimedSets sets, Runnable table) {
    this.device = device;
    this.leaseMillis = leaseMillis;
    this.sets = sets;
    this.table = table;
  }

  private static Runnable installer(NftCommand nft, String rules) {
    return () -> nft.apply(rules);
  }

  /**
   * A gate that can be opened and shut like this one and lets nobody speak. The kernel commits its
   * changes and this one's one after the other. It never puts the table in place again, in which
   * this one's lease is.
   */
  public SilenceGate rehearsal() {
    return new SilenceGate(NO_DEVICE, leaseMillis, sets, () -> {});
  }

  /** The same without the kernel, which nobody has to wait for. */
  public SilenceGate rehearsalWithoutKernel() {
    return new SilenceGate(NO_DEVICE, leaseMillis, new RehearsedSets(), () -> {});
  }

  /** Puts the table in place, shut, whatever was there. */
  public void install() {
    table.run();
  }

  /** Lets this node speak for the time of a lease; nothing happens while one runs. */
  public void open() {
    sets.add(GateRules.LIVE, device, leaseMillis);
  }

  /**
   * Lets this node speak for the time of a lease from now: its element is taken out and put in
   * again by one transaction, which the kernel refuses as a whole if the time has run out.
   *
   * @return false if the lease has run out: the gate is shut, and stays so
   */
  public boolean renew() {
    return renew(leaseMillis);
  }

  /**
   * As {@link #renew()}, for a shorter time.
   *
   * @param mostMillis at least 1; no more than a lease is given
   */
  public boolean renew(long mostMillis) {
    long millis = Math.min(leaseMillis, mostMillis);
    return sets.move(GateRules.LIVE, GateRules.LIVE, device, millis);
  }

  /**
   * Notes in the kernel that somebody is being asked whether this node may speak. The answer counts
   * for so long, however long this process is stopped between hearing it and {@link #openAsked}.
   */
  public void ask(Duration valid) {
    sets.remove(GateRules.ASKING, device);
    sets.add(GateRules.ASKING, device, valid.toMillis());
  }

  /**
   * Lets this node speak, as the answer to the last {@link #ask} allows.
   *
   * @return false if that was asked too long ago: the gate is as it was
   */
  public boolean openAsked() {
    return sets.move(GateRules.ASKING, GateRules.LIVE, device, leaseMillis);
  }

  /**
   * Lets in what comes for the addresses though this node is silent, for a time: it waits in the
   * server's sockets. Diverts nothing any more.
   */
  public void hear(Duration limit) {
    undivert();
    sets.remove(GateRules.HEARING, device);
    sets.add(GateRules.HEARING, device, limit.toMillis());
  }

  /** Ends {@link #hear}. */
  public void deafen() {
    sets.remove(GateRules.HEARING, device);
  }

  /**
   * Has the kernel send on, for a time, each frame that comes for the addresses, at one instant and
   * for good: what came before is in the server's sockets, nothing later gets there.
   *
   * @param own Ethernet address of this node's device, the frames' new source
   * @param next where they go
   */
  public void divert(byte[] own, byte[] next, Duration limit) {
    undivert();
    sets.map(GateRules.OWN, own, GateRules.NEXT, next, device, limit.toMillis());
  }

  /** Ends {@link #divert}. */
  public void undivert() {
    sets.remove(GateRules.NEXT, device);
    sets.remove(GateRules.OWN, device);
  }

  /** Whether {@link #hear} lets input in. */
  public boolean hears() {
    return sets.left(GateRules.HEARING, device) > 0;
  }

  /**
   * Lets no datagram in for a time, though this node speaks: the shadow gets them. Before the gate
   * is opened, so that there is one instant at which the sockets begin to get their input.
   */
  public void withhold(Duration limit) {
    withholds = true;
    sets.add(GateRules.WITHHELD, device, limit.toMillis());
  }

  /** Ends {@link #withhold}, at one instant. */
  public void admit() {
    if (withholds) { // the kernel takes 10 ms and more to refuse to take out what is not in
      withholds = false;
      sets.remove(GateRules.WITHHELD, device);
    }
  }

  /** Silences this node; puts the table back if somebody has removed it. */
  public void shut() {
    sets.remove(GateRules.ASKING, device);
    if (!sets.remove(GateRules.LIVE, device) && !sets.exists()) {
      install();
    }
    admit();
  }

  /** What the kernel says: true if this node may speak. */
  public boolean isOpen() {
    return leaseLeftMillis() > 0 || !sets.exists();
  }

  /** What the kernel says: for how long this node may speak; 0 if it may not. */
  public long leaseLeftMillis() {
    return sets.left(GateRules.LIVE, device);
  }

  /** False if somebody has removed the table, so that nothing holds this node back. */
  public boolean isInstalled() {
    return sets.exists();
  }

  @Override
  public void close() {
    sets.close();
  }
}
