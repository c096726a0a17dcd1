package io.understudy.netctl.gate;

import static io.understudy.netctl.kernel.NetlinkMessage.NLM_F_ACK;
import static io.understudy.netctl.kernel.NetlinkMessage.NLM_F_CREATE;

import io.understudy.netctl.kernel.Attributes;
import io.understudy.netctl.kernel.Errno;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkMessage;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The sets of our table, changed by raw nfnetlink: some 50 µs, where running nft costs 20 ms.
 * Numbers from linux/netfilter/nf_tables.h and nfnetlink.h.
 */
final class LiveSet implements TimedSets {
  private static final int NFNL_MSG_BATCH_BEGIN = 16;
  private static final int NFNL_MSG_BATCH_END = 17;
  private static final int NFNL_SUBSYS_NFTABLES = 10;
  private static final int NFT_MSG_GETSET = 10;
  private static final int NFT_MSG_NEWSETELEM = 12;
  private static final int NFT_MSG_GETSETELEM = 13;
  private static final int NFT_MSG_DELSETELEM = 14;
  private static final int NFPROTO_NETDEV = 5;

  private static final int NFTA_SET_TABLE = 1;
  private static final int NFTA_SET_NAME = 2;
  private static final int NFTA_SET_ELEM_LIST_TABLE = 1;
  private static final int NFTA_SET_ELEM_LIST_SET = 2;
  private static final int NFTA_SET_ELEM_LIST_ELEMENTS = 3;
  private static final int NFTA_LIST_ELEM = 1;
  private static final int NFTA_SET_ELEM_KEY = 1;
  private static final int NFTA_SET_ELEM_DATA = 2;
  private static final int NFTA_SET_ELEM_TIMEOUT = 4;
  private static final int NFTA_SET_ELEM_EXPIRATION = 5;
  private static final int NFTA_DATA_VALUE = 1;

  /** sizeof(struct nfgenmsg). */
  private static final int NFGENMSG = 4;

  private static final int IFNAMSIZ = 16;

  private final NetlinkSocket netlink;

  LiveSet(NetlinkSocket netlink) {
    this.netlink = netlink;
  }

  @Override
  public void add(String set, String device, long millis) {
    batch("open the gate", message -> put(message, set, device, millis));
  }

  @Override
  public void map(
      String first, byte[] value, String second, byte[] other, String device, long millis) {
    batch(
        "divert the input",
        message -> {
          entry(message, first, device, value, millis);
          entry(message, second, device, other, millis);
        });
  }

  @Override
  public boolean move(String from, String to, String device, long millis) {
    try {
      batch(
          "renew the lease",
          message -> {
            take(message, from, device, 0);
            put(message, to, device, millis);
          });
      return true;
    } catch (KernelRefusal e) {
      return absent(e);
    }
  }

  @Override
  public boolean remove(String set, String device) {
    try {
      batch("shut the gate", message -> take(message, set, device, NLM_F_ACK));
      return true;
    } catch (KernelRefusal e) {
      return absent(e);
    }
  }

  @Override
  public long left(String set, String device) {
    NetlinkMessage message = new NetlinkMessage();
    element(message, NFT_MSG_GETSETELEM, NLM_F_ACK, set, device, null, -1);
    long[] left = {0};
    try {
      netlink.dump("ask the gate", message, answer -> left[0] = expiration(answer));
      return left[0];
    } catch (KernelRefusal e) {
      absent(e);
      return 0;
    }
  }

  @Override
  public boolean exists() {
    try {
      netlink.request(
          "ask for the gate",
          new NetlinkMessage()
              .message(type(NFT_MSG_GETSET), NLM_F_ACK)
              .nfgen(NFPROTO_NETDEV, 0)
              .string(NFTA_SET_TABLE, GateRules.TABLE)
              .string(NFTA_SET_NAME, GateRules.LIVE));
      return true;
    } catch (KernelRefusal e) {
      return absent(e);
    }
  }

  @Override
  public void close() {
    netlink.close();
  }

  private static long expiration(ByteBuffer answer) {
    byte[] list = Attributes.find(answer, NFGENMSG, NFTA_SET_ELEM_LIST_ELEMENTS);
    byte[] element = list == null ? null : Attributes.find(nested(list), 0, NFTA_LIST_ELEM);
    byte[] left =
        element == null ? null : Attributes.find(nested(element), 0, NFTA_SET_ELEM_EXPIRATION);
    return left == null ? 0 : ByteBuffer.wrap(left).getLong();
  }

  private static ByteBuffer nested(byte[] attributes) {
    return ByteBuffer.wrap(attributes).order(ByteOrder.nativeOrder());
  }

  private static boolean absent(KernelRefusal e) {
    if (e.errno() == Errno.ENOENT) {
      return false;
    }
    throw e;
  }

  private interface Content {
    void into(NetlinkMessage message);
  }

  private void batch(String what, Content content) {
    NetlinkMessage message = new NetlinkMessage();
    message.message(NFNL_MSG_BATCH_BEGIN, 0).nfgen(0, NFNL_SUBSYS_NFTABLES);
    content.into(message);
    message.message(NFNL_MSG_BATCH_END, 0).nfgen(0, NFNL_SUBSYS_NFTABLES);
    netlink.request(what, message);
  }

  private static void put(NetlinkMessage message, String set, String device, long millis) {
    entry(message, set, device, null, millis);
  }

  private static void entry(
      NetlinkMessage message, String set, String device, byte[] value, long millis) {
    element(message, NFT_MSG_NEWSETELEM, NLM_F_CREATE | NLM_F_ACK, set, device, value, millis);
  }

  private static void take(NetlinkMessage message, String set, String device, int flags) {
    element(message, NFT_MSG_DELSETELEM, flags, set, device, null, -1);
  }

  private static void element(
      NetlinkMessage message,
      int operation,
      int flags,
      String set,
      String device,
      byte[] mapped,
      long millis) {
    byte[] key = Arrays.copyOf(device.getBytes(StandardCharsets.UTF_8), IFNAMSIZ);
    message
        .message(type(operation), flags)
        .nfgen(NFPROTO_NETDEV, 0)
        .string(NFTA_SET_ELEM_LIST_TABLE, GateRules.TABLE)
        .string(NFTA_SET_ELEM_LIST_SET, set)
        .nested(
            NFTA_SET_ELEM_LIST_ELEMENTS,
            list ->
                list.nested(
                    NFTA_LIST_ELEM,
                    element -> {
                      element.nested(
                          NFTA_SET_ELEM_KEY, value -> value.attribute(NFTA_DATA_VALUE, key));
                      if (mapped != null) {
                        element.nested(
                            NFTA_SET_ELEM_DATA, value -> value.attribute(NFTA_DATA_VALUE, mapped));
                      }
                      if (millis > 0) {
                        element.be64(NFTA_SET_ELEM_TIMEOUT, millis);
                      }
                    }));
  }

  private static int type(int operation) {
    return NFNL_SUBSYS_NFTABLES << 8 | operation;
  }
}
