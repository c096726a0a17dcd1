package io.understudy.netctl.gate;

import io.understudy.netctl.address.Prefix;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of our table for {@code nft -f -}: one buffer, so one transaction, which replaces
 * whatever was there of ours and touches nothing else.
 *
 * <p>The hooks are those of the device (egress and ingress of the netdev family), which see IPv4,
 * IPv6, ARP, neighbour discovery and what AF_PACKET sockets inject. A device that is not in the set
 * {@value #LIVE} is silent; a new table has an empty set. Elements of all sets end by the kernel's
 * own clock; no rule reads {@value #ASKING}.
 */
final class GateRules {
  private static final String TABLE = "understudy";
  static final String LIVE = "live";

  /** Devices that are let hear before they speak: see {@link SilenceGate#hear}. */
  static final String HEARING = "hearing";

  /** Device to the Ethernet address that its input goes on to: see {@link SilenceGate#divert}. */
  static final String NEXT = "next";

  /** Device to its own Ethernet address, while its input is diverted. */
  static final String OWN = "own";

  /** Devices that speak, but do not hear yet: see {@link SilenceGate#withhold}. */
  static final String WITHHELD = "withheld";

  /** Devices for which the arbiter is being asked: see {@link SilenceGate#ask}. */
  static final String ASKING = "asking";

  /** Locally administered, and not used as anybody's. */
  private static final String NOBODY = "02:00:00:00:00:00";

  private final String table;
  private final String device;
  private final List<Prefix> vips;
  private final boolean shadow;

  /**
   * The name of a pair's table: several services on a node have each their own, and a frame passes
   * all of them.
   *
   * @param cluster letters, digits, {@code . _ -}; one without a name of its own has the plain one
   */
  static String table(String cluster) {
    return cluster.equals(TABLE) ? TABLE : TABLE + "_" + cluster;
  }

  /** Whether a table of this name is a netctl's. */
  static boolean isOurs(String table) {
    return table.equals(TABLE) || table.startsWith(TABLE + "_");
  }

  /**
   * @param table its name
   * @param shadow whether datagrams that are not let in go to the loopback device, whose sniffer
   *     gets them; and whether those of another node are let in
   */
  GateRules(String table, String device, List<Prefix> vips, boolean shadow) {
    this.table = table;
    this.device = device;
    this.vips = vips;
    this.shadow = shadow;
  }

  String text() {
    return """
        add table netdev %1$s
        delete table netdev %1$s
        table netdev %1$s {
          set vip4 { type ipv4_addr; %3$s }
          set vip6 { type ipv6_addr; %4$s }
          set %2$s { type ifname; flags timeout; }
          set %7$s { type ifname; flags timeout; }
          set %8$s { type ifname; flags timeout; }
          set %11$s { type ifname; flags timeout; }
          map %9$s { type ifname : ether_addr; flags timeout; }
          map %10$s { type ifname : ether_addr; flags timeout; }
          chain spoken {
            oifname != @%2$s counter drop comment "this node is silent"
            icmp type { destination-unreachable, time-exceeded } counter drop \
        comment "a dying server's ports"
            icmpv6 type { destination-unreachable, time-exceeded } counter drop
          }
          chain heard {
            meta pkttype host ether daddr set iifname map @%9$s ether saddr set iifname map @%10$s \
        counter fwd to "%5$s" comment "handed over"
            iifname @%8$s counter accept comment "handed to this node"
        %12$s    iifname != @%2$s counter drop comment "this node is deaf"
        %13$s  }
          chain egress {
            type filter hook egress device "%5$s" priority -450; policy accept;
            ip saddr @vip4 jump spoken
            arp saddr ip @vip4 jump spoken
            ip6 saddr @vip6 jump spoken
        %6$s  }
          chain ingress {
            type filter hook ingress device "%5$s" priority -450; policy accept;
            ip daddr @vip4 jump heard
            ip6 daddr @vip6 jump heard
          }
        }
        """
        .formatted(
            table,
            LIVE,
            elements(false),
            elements(true),
            device,
            advertisements(),
            ASKING,
            HEARING,
            NEXT,
            OWN,
            WITHHELD,
            kept(),
            others());
  }

  /**
   * A datagram is either given to the sniffer or let in, never both: the kernel decides. It gets an
   * Ethernet address that is nobody's, so that the loopback device drops it whatever it had.
   */
  private String kept() {
    String keep =
        " meta l4proto udp counter ether daddr set " + NOBODY + " fwd to \"lo\" comment \"kept\"\n";
    return shadow ? "iifname @" + WITHHELD + keep + "iifname != @" + LIVE + keep : "";
  }

  /** Whose frames bear the Ethernet address of the node that spoke before, or one of no node. */
  private String others() {
    return shadow ? "meta l4proto udp meta pkttype other counter meta pkttype set host\n" : "";
  }

  private String elements(boolean ipv6) {
    String list =
        vips.stream()
            .filter(vip -> vip.isIpv6() == ipv6)
            .map(vip -> vip.address().getHostAddress())
            .collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : "elements = { " + list + " }";
  }

  /** The target of an advertisement, as a number: nft 1.0.6 has no name for the field. */
  private String advertisements() {
    String targets =
        vips.stream()
            .filter(Prefix::isIpv6)
            .map(vip -> "0x" + HexFormat.of().formatHex(vip.address().getAddress()))
            .collect(Collectors.joining(", "));
    return targets.isEmpty()
        ? ""
        : "    icmpv6 type nd-neighbor-advert @th,64,128 { " + targets + " } jump spoken\n";
  }
}
