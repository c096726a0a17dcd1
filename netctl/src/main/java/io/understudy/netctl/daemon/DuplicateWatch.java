package io.understudy.netctl.daemon;

import static java.util.stream.Collectors.joining;

import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceDevice;
import io.understudy.netctl.announce.AddressClaim;
import io.understudy.netctl.announce.Announcer;
import io.understudy.netctl.kernel.NeighborFrames;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Notices another host that has an address of ours while this node speaks, and defends it (RFC 5227
 * section 2.4): announces it again when it is claimed, but not too often. Such a host is asked for,
 * too, since it says nothing by itself. On the timer thread.
 *
 * <p>The RFC wants ten seconds between two defences. That is a third of the time after which a SIP
 * client gives its call up, too long to be deaf; hence a second by default. Two that defend one
 * address against each other send a few frames in that time.
 */
final class DuplicateWatch implements AutoCloseable {
  /** Between two looks: so long the clients may believe the other one. */
  static final long LOOK_MILLIS = 20;

  private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Three questions were not answered: it is gone. */
  private static final long OVER_NANOS = 3 * PROBE_NANOS + PROBE_NANOS / 2;

  /** Of the hosts that claim one address: whoever invents more is not listed. */
  private static final int MOST_HOSTS = 8;

  private final List<NeighborFrames> neighbors = new ArrayList<>();
  private final Map<InetAddress, Set<String>> claimed = new HashMap<>();
  private final List<InetAddress> addresses;
  private final String mac;
  private final Announcer announcer;
  private final long betweenNanos;
  private final BooleanSupplier speaks;
  private final BooleanSupplier gateOpen;
  private final Alarms alarms;
  private Set<String> ours = Set.of();
  private boolean spoke;
  private boolean attacked;
  private long probed;
  private long defended;
  private long lastClaim;

  /**
   * Begins to listen.
   *
   * @param defend least time between two defences
   * @param speaks whether this node believes that it speaks
   * @param gateOpen whether the kernel lets it
   * @throws io.understudy.netctl.kernel.KernelRefusal if the kernel has no packet sockets
   */
  DuplicateWatch(
      ServiceDevice device,
      List<Prefix> vips,
      Announcer announcer,
      Duration defend,
      BooleanSupplier speaks,
      BooleanSupplier gateOpen,
      Alarms alarms) {
    this.addresses = vips.stream().map(Prefix::address).toList();
    this.mac = AddressClaim.text(device.mac());
    this.announcer = announcer;
    this.betweenNanos = defend.toNanos();
    this.speaks = speaks;
    this.gateOpen = gateOpen;
    this.alarms = alarms;
    long now = System.nanoTime();
    defended = now - betweenNanos;
    probed = now;
    lookAtDevices();
    for (boolean ipv6 : new boolean[] {false, true}) {
      if (vips.stream().anyMatch(vip -> vip.isIpv6() == ipv6)) {
        neighbors.add(new NeighborFrames(device.index(), ipv6));
      }
    }
  }

  /** Takes what the neighbours have said since the last look. */
  void look() {
    long now = System.nanoTime();
    boolean before = spoke;
    spoke = speaks.getAsBoolean();
    List<AddressClaim> claims = claims();
    if (!spoke) {
      over();
    } else if (before) { // else it may have been the speaker before us
      judge(claims, now);
    }
    boolean due = now - probed > PROBE_NANOS;
    if (due) {
      lookAtDevices();
    }
    if (due || (spoke && !before)) {
      probed = now;
      if (spoke) {
        announcer.probe();
      }
    }
  }

  private List<AddressClaim> claims() {
    List<AddressClaim> claims = new ArrayList<>();
    neighbors.forEach(
        each ->
            each.drain(
                frame -> {
                  AddressClaim claim = AddressClaim.of(frame);
                  if (claim != null
                      && addresses.contains(claim.address())
                      && !ours.contains(claim.mac())) {
                    claims.add(claim);
                  }
                }));
    return claims;
  }

  private void judge(List<AddressClaim> claims, long now) {
    // whoever was stopped finds here what his successor announced meanwhile: his lease is over
    if (!claims.isEmpty() && gateOpen.getAsBoolean()) {
      lastClaim = now;
      attacked = true;
      claims.forEach(this::note);
      complain();
    } else if (!claimed.isEmpty() && now - lastClaim > OVER_NANOS) {
      over();
    }
    if (attacked && now - defended > betweenNanos) {
      defended = now;
      attacked = false;
      announcer.announce();
    }
  }

  private void note(AddressClaim claim) {
    Set<String> hosts = claimed.computeIfAbsent(claim.address(), address -> new TreeSet<>());
    if (hosts.size() < MOST_HOSTS) {
      hosts.add(claim.mac());
    }
  }

  private void complain() {
    String hosts =
        claimed.entrySet().stream()
            .map(
                each ->
                    each.getKey().getHostAddress() + " by " + String.join(", ", each.getValue()))
            .sorted()
            .collect(joining("; "));
    alarms.raise(
        Rules.DUPLICATE_ADDRESS,
        "claimed by another host, with that Ethernet address: "
            + hosts
            + "; packets for us reach it until we claim it back ('announce.defend'); find its port"
            + " in the switch's table, and take the address from it; if it is the other node's, its"
            + " gate does not hold, or another device of it answers ('arp_ignore')");
  }

  private void over() {
    claimed.clear();
    attacked = false;
    alarms.clear(Rules.DUPLICATE_ADDRESS);
  }

  /** Devices come and go; while they do, those that were known count. */
  private void lookAtDevices() {
    Set<String> all = new HashSet<>(Set.of(mac));
    try {
      ServiceDevice.allMacs().forEach(each -> all.add(AddressClaim.text(each)));
    } catch (SocketException changing) {
      all.addAll(ours);
    }
    ours = all;
  }

  @Override
  public void close() {
    neighbors.forEach(NeighborFrames::close);
  }
}
