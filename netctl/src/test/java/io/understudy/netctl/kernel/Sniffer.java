package io.understudy.netctl.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Reads every frame of a device and describes those that speak for one address. */
public final class Sniffer {
  private static final int ETH_P_ALL = 3;
  private static final int IPV4 = 0x0800;
  private static final int ARP = 0x0806;
  private static final int ICMP = 1;

  private final byte[] vip;
  private final Consumer<String> report;

  public Sniffer(byte[] vip, Consumer<String> report) {
    this.vip = vip;
    this.report = report;
  }

  /** Never returns. */
  public void read(int interfaceIndex) {
    int descriptor = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, ETH_P_ALL << 8);
    byte[] address = new byte[20];
    ByteBuffer.wrap(address)
        .order(ByteOrder.nativeOrder())
        .putShort(0, (short) Libc.AF_PACKET)
        .putShort(2, (short) (ETH_P_ALL << 8))
        .putInt(4, interfaceIndex);
    Libc.bind(descriptor, address, address.length);
    byte[] frame = new byte[65536];
    while (true) {
      Libc.recv(descriptor, frame, frame.length, 0);
      String what = describe(ByteBuffer.wrap(frame));
      if (what != null) {
        report.accept(HexFormat.ofDelimiter(":").formatHex(frame, 6, 12) + " " + what);
      }
    }
  }

  private String describe(ByteBuffer frame) {
    int type = frame.getShort(12) & 0xffff;
    if (type == ARP && speaksAt(frame, 28)) {
      return frame.getShort(20) == 1 ? "arp-request" : "arp-reply";
    }
    if (type == IPV4 && speaksAt(frame, 26)) {
      return frame.get(23) == ICMP ? "icmp-" + frame.get(34) : "ipv4-" + frame.get(23);
    }
    return null;
  }

  private boolean speaksAt(ByteBuffer frame, int offset) {
    byte[] source = new byte[vip.length];
    frame.get(offset, source);
    return Arrays.equals(source, vip);
  }
}
