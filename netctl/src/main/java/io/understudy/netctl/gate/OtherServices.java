package io.understudy.netctl.gate;

import io.understudy.netctl.kernel.Attributes;
import io.understudy.netctl.kernel.Errno;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkMessage;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The virtual addresses of the other services of this node: those that the tables of their netctl
 * hold back, whether that runs or not. They are not ours to take away.
 */
public final class OtherServices {
  private static final List<String> SETS = List.of("vip4", "vip6");

  private final NetlinkSocket netlink;
  private final String table;

  private OtherServices(NetlinkSocket netlink, String table) {
    this.netlink = netlink;
    this.table = table;
  }

  /**
   * Asks the kernel. Some 100 µs for each service.
   *
   * @param cluster name of this service's pair
   */
  public static Set<InetAddress> addresses(String cluster) {
    try (NetlinkSocket netlink = new NetlinkSocket(NetlinkSocket.NETFILTER)) {
      return new OtherServices(netlink, GateRules.table(cluster)).all();
    }
  }

  private Set<InetAddress> all() {
    Set<InetAddress> found = new HashSet<>();
    for (String other : tables()) {
      for (String set : SETS) {
        elements(other, set, found);
      }
    }
    return found;
  }

  private List<String> tables() {
    List<String> found = new ArrayList<>();
    netlink.dump(
        "list tables",
        new NetlinkMessage()
            .message(NfTables.type(NfTables.NFT_MSG_GETTABLE), NetlinkMessage.NLM_F_DUMP)
            .nfgen(NfTables.NFPROTO_NETDEV, 0),
        entry -> {
          byte[] name = Attributes.find(entry, NfTables.NFGENMSG, NfTables.NFTA_TABLE_NAME);
          String text = name == null ? "" : text(name);
          if (GateRules.isOurs(text) && !text.equals(table)) {
            found.add(text);
          }
        });
    return found;
  }

  private void elements(String other, String set, Set<InetAddress> found) {
    try {
      netlink.dump(
          "list addresses of " + other,
          new NetlinkMessage()
              .message(NfTables.type(NfTables.NFT_MSG_GETSETELEM), NetlinkMessage.NLM_F_DUMP)
              .nfgen(NfTables.NFPROTO_NETDEV, 0)
              .string(NfTables.NFTA_SET_ELEM_LIST_TABLE, other)
              .string(NfTables.NFTA_SET_ELEM_LIST_SET, set),
          entry -> keys(entry, found));
    } catch (KernelRefusal e) {
      if (e.errno() != Errno.ENOENT) {
        throw e;
      } // it was taken away meanwhile
    }
  }

  private static void keys(ByteBuffer entry, Set<InetAddress> found) {
    byte[] list = Attributes.find(entry, NfTables.NFGENMSG, NfTables.NFTA_SET_ELEM_LIST_ELEMENTS);
    if (list == null) {
      return;
    }
    Attributes.each(
        order(list),
        0,
        NfTables.NFTA_LIST_ELEM,
        element -> {
          byte[] key = Attributes.find(order(element), 0, NfTables.NFTA_SET_ELEM_KEY);
          if (key != null) {
            found.add(Attributes.findAddress(order(key), 0, NfTables.NFTA_DATA_VALUE));
          }
        });
  }

  private static String text(byte[] name) {
    return new String(name, 0, name.length - 1, StandardCharsets.UTF_8); // it ends with a zero
  }

  private static ByteBuffer order(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
