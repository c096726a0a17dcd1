package io.understudy.netctl.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes, beside what the RFCs and other implementations send. */
class FramesTest {
  private static final byte[] MAC = {2, 0, 0, 0, 0, 7};
  private static final byte[] IPV4 = {10, 77, 0, 100};

  @Test
  void aRequestLeavesTheTargetHardwareAddressEmpty() {
    assertThat(hex(GratuitousArp.frame(MAC, IPV4, GratuitousArp.REQUEST)))
        .isEqualTo(
            "ffffffffffff 020000000007 0806 0001 0800 06 04 0001"
                .replace(" ", "")
                .concat("0200000000070a4d00640000000000000a4d0064"));
  }

  @Test
  void aReplyCarriesTheSenderTwiceSoThatLinuxTakesItAsGratuitous() {
    assertThat(hex(GratuitousArp.frame(MAC, IPV4, GratuitousArp.REPLY)))
        .endsWith("0002" + "0200000000070a4d0064" + "0200000000070a4d0064");
  }

  @Test
  void anAdvertisementHasAValidChecksum() throws UnknownHostException {
    byte[] frame =
        NeighborAdvertisement.frame(MAC, InetAddress.getByName("fd77::100").getAddress());
    assertThat(hex(frame)).startsWith("333300000001" + "020000000007" + "86dd" + "6");
    int sum = 32 + 58; // the pseudo header's length and protocol (RFC 8200 section 8.1)
    for (int at = 22; at < frame.length; at += 2) {
      sum += (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    assertThat(sum).isEqualTo(0xffff);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
