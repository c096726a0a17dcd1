package io.understudy.netctl.announce;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A host says that an address is its own: the sender's fields of any ARP packet (RFC 5227 section
 * 2.4), a neighbour advertisement, or a neighbour solicitation that bears its source's Ethernet
 * address (RFC 4861 sections 4.3, 4.4 and 7.2).
 *
 * @param mac of the host, as it is written: 02:00:00:00:00:01
 */
public record AddressClaim(InetAddress address, String mac) {
  private static final int MAC = 6;
  private static final int SOURCE_MAC = 6;
  private static final int ETHERTYPE = 12;
  private static final int ETHERTYPE_ARP = 0x0806;
  private static final int ETHERTYPE_IPV6 = 0x86dd;

  private static final int ARP_KIND = 14;
  private static final long ETHERNET_AND_IPV4 = 0x0001_0800_0604L;
  private static final int ARP_SENDER = 22;
  private static final int ARP_END = 42;

  private static final int HOP_LIMIT = 21;
  private static final int SOURCE = 22;
  private static final int TYPE = 54;
  private static final int SOLICITATION = 135;
  private static final int ADVERTISEMENT = 136;
  private static final int TARGET = 62;
  private static final int OPTION = 78;
  private static final int OPTION_END = 86;
  private static final int SOURCE_LINK_ADDRESS = 1;
  private static final int TARGET_LINK_ADDRESS = 2;

  /** What a frame claims; null if it claims nothing, or is broken. */
  public static AddressClaim of(byte[] frame) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    int type = frame.length < ARP_END ? 0 : bytes.getShort(ETHERTYPE) & 0xffff;
    if (type == ETHERTYPE_ARP && bytes.getLong(ARP_KIND) >>> 16 == ETHERNET_AND_IPV4) {
      byte[] address = new byte[4];
      bytes.get(ARP_SENDER + MAC, address);
      return claim(bytes, ARP_SENDER, address);
    }
    boolean whole = type == ETHERTYPE_IPV6 && frame.length >= OPTION;
    // with less than the highest hop limit it comes from behind a router
    return whole && (frame[HOP_LIMIT] & 0xff) == 255 ? discovery(frame) : null;
  }

  private static AddressClaim discovery(byte[] frame) {
    int option = frame.length < OPTION_END ? 0 : frame[OPTION];
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    byte[] address = new byte[16];
    if ((frame[TYPE] & 0xff) == ADVERTISEMENT) {
      bytes.get(TARGET, address);
      return claim(bytes, option == TARGET_LINK_ADDRESS ? OPTION + 2 : SOURCE_MAC, address);
    }
    if ((frame[TYPE] & 0xff) == SOLICITATION && option == SOURCE_LINK_ADDRESS) {
      bytes.get(SOURCE, address);
      return claim(bytes, OPTION + 2, address);
    }
    return null;
  }

  private static AddressClaim claim(ByteBuffer frame, int macAt, byte[] address) {
    byte[] mac = new byte[MAC];
    frame.get(macAt, mac);
    try {
      return new AddressClaim(InetAddress.getByAddress(address), text(mac));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An Ethernet address as it is written. */
  public static String text(byte[] mac) {
    return HexFormat.ofDelimiter(":").formatHex(mac);
  }
}
