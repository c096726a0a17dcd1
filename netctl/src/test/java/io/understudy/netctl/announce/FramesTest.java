package io.understudy.netctl.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes, beside what the RFCs and other implementations send. */
class FramesTest {
  private static final byte[] MAC = {2, 0, 0, 0, 0, 7};
  private static final String MAC_TEXT = "02:00:00:00:00:07";
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
    assertThat(checksum(frame, 32)).isEqualTo(0xffff);
  }

  @Test
  void aProbeClaimsNothing() throws UnknownHostException {
    assertThat(hex(AddressProbe.frame(MAC, IPV4)))
        .isEqualTo(
            "ffffffffffff 020000000007 0806 0001 0800 06 04 0001"
                .replace(" ", "")
                .concat("020000000007000000000000000000000a4d0064"));
    byte[] solicitation =
        AddressProbe.frame(MAC, InetAddress.getByName("fd77::1:2345").getAddress());
    assertThat(hex(solicitation))
        .startsWith("3333ff012345" + "020000000007" + "86dd" + "6")
        .contains("0".repeat(32) + "ff0200000000000000000001ff012345" + "8700")
        .endsWith("fd770000000000000000000000012345");
    assertThat(checksum(solicitation, 24)).isEqualTo(0xffff);
    assertThat(AddressClaim.of(solicitation)).isNull();
  }

  /** Whoever is asked by it remembers where the asker is (RFC 4861 section 7.2.3). */
  @Test
  void aSolicitationWithItsSendersEthernetAddressIsAClaim() throws UnknownHostException {
    InetAddress sender = InetAddress.getByName("fd77::100");
    byte[] message =
        ByteBuffer.allocate(32)
            .putInt(135 << 24)
            .putInt(0)
            .put(InetAddress.getByName("fd77::2").getAddress())
            .put((byte) 1)
            .put((byte) 1)
            .put(MAC)
            .array();
    byte[] from = sender.getAddress();
    byte[] frame = NeighborDiscovery.frame(new byte[6], new byte[6], from, from, message);
    claimsAndNoPartOf(frame, sender, 0);
  }

  @Test
  void whatIsAnnouncedIsAClaimAndNoPartOfIt() throws UnknownHostException {
    InetAddress ipv6 = InetAddress.getByName("fd77::100");
    InetAddress ipv4 = InetAddress.getByAddress(IPV4);
    claimsAndNoPartOf(GratuitousArp.frame(MAC, IPV4, GratuitousArp.REQUEST), ipv4, 0);
    claimsAndNoPartOf(GratuitousArp.frame(MAC, IPV4, GratuitousArp.REPLY), ipv4, 0);
    byte[] advertisement = NeighborAdvertisement.frame(MAC, ipv6.getAddress());
    claimsAndNoPartOf(advertisement, ipv6, 8); // its Ethernet source is the same
  }

  /**
   * Checks one frame.
   *
   * @param optional bytes at its end that a claim does not need
   */
  private static void claimsAndNoPartOf(byte[] frame, InetAddress address, int optional) {
    assertThat(AddressClaim.of(frame)).isEqualTo(new AddressClaim(address, MAC_TEXT));
    for (int length = 0; length < frame.length - optional; length++) {
      assertThat(AddressClaim.of(Arrays.copyOf(frame, length))).isNull();
    }
  }

  private static int checksum(byte[] frame, int length) {
    int sum = length + 58; // the pseudo header's length and protocol (RFC 8200 section 8.1)
    for (int at = 22; at < frame.length; at += 2) {
      sum += (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
