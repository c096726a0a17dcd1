package io.understudy.e2e.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final byte[] VIP = {10, 77, 0, 100};

  private static byte[] datagram(byte[] source, String payload) {
    byte[] text = payload.getBytes(StandardCharsets.ISO_8859_1);
    byte[] frame = new byte[14 + 20 + 8 + text.length];
    frame[11] = 2; // hardware address …:02
    frame[12] = 8; // IPv4
    frame[14] = 0x45;
    frame[14 + 9] = 17; // UDP
    System.arraycopy(source, 0, frame, 14 + 12, source.length);
    System.arraycopy(text, 0, frame, 14 + 20 + 8, text.length);
    return frame;
  }

  private static boolean isSip(String payload) {
    byte[] frame = datagram(VIP, payload);
    return Frame.isSip(frame, frame.length);
  }

  @Test
  void knowsWhoseDatagramItIs() {
    byte[] frame = datagram(VIP, "SIP/2.0 200 OK\r\n");

    assertThat(Frame.isDatagramFrom(frame, frame.length, VIP)).isTrue();
    assertThat(Frame.isDatagramFrom(frame, frame.length, new byte[] {10, 77, 0, 1})).isFalse();
    assertThat(Frame.isFromHardware(frame, new byte[] {0, 0, 0, 0, 0, 2})).isTrue();
    assertThat(Frame.isFromHardware(frame, new byte[] {0, 0, 0, 0, 0, 1})).isFalse();
  }

  @Test
  void knowsOtherFramesByTheirHeaders() {
    byte[] arp = datagram(VIP, "SIP/2.0 200 OK\r\n");
    arp[13] = 6;
    byte[] tcp = datagram(VIP, "SIP/2.0 200 OK\r\n");
    tcp[14 + 9] = 6;
    byte[] laterFragment = datagram(VIP, "SIP/2.0 200 OK\r\n");
    laterFragment[14 + 7] = 1;

    assertThat(Frame.isDatagramFrom(arp, arp.length, VIP)).isFalse();
    assertThat(Frame.isDatagramFrom(tcp, tcp.length, VIP)).isFalse();
    assertThat(Frame.isDatagramFrom(laterFragment, laterFragment.length, VIP)).isFalse();
    assertThat(Frame.isDatagramFrom(arp, 20, VIP)).isFalse();
  }

  @Test
  void tellsSipFromKeepAlives() {
    assertThat(isSip("SIP/2.0 180 Ringing\r\nVia: x\r\n")).isTrue();
    assertThat(isSip("BYE sip:a@10.77.0.21:5060 SIP/2.0\r\n")).isTrue();
    assertThat(isSip("INVITE sip:" + "x".repeat(300))).isTrue();
    assertThat(isSip("\r\n\r\n\r\n\r\n\r\n")).isFalse();
    assertThat(isSip("heartbeat 0000000000\r\n")).isFalse();
  }
}
