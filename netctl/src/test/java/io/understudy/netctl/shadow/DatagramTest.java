package io.understudy.netctl.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DatagramTest {
  private static final byte[] WORD = "hello".getBytes(StandardCharsets.UTF_8);

  /** Sent by Linux through a veth: the first with the pseudo header's sum, as on the wire there. */
  private static final String SEEN =
      "f254f49a338d7e20387d73f008004500002226c1540004011ba4f0a0000030a0000641b5813c4000e1486"
          + "68656c6c6f34";

  @Test
  void anUnfinishedSumIsCompleted() {
    for (String[] pair : new String[][] {{"10.0.0.9", "10.0.0.100"}, {"fd00::9", "fd00::100"}}) {
      byte[] frame = Frames.unfinished(pair[0], pair[1], 7000, 5060, WORD);
      Datagram datagram = Datagram.of(frame, 1);
      assertThat(datagram.port()).isEqualTo(5060);
      assertThat(datagram.sourcePort()).isEqualTo(7000);
      assertThat(datagram.length()).isEqualTo(WORD.length);
      assertThat(datagram.packet()).endsWith(WORD);
      assertThat(datagram.source().getHostAddress()).startsWith(pair[0].substring(0, 4));
      assertThat(datagram.target().getAddress()).endsWith(pair[1].endsWith(":100") ? 0 : 100);
      byte[] again = new byte[14 + datagram.packet().length];
      System.arraycopy(frame, 0, again, 0, 14);
      System.arraycopy(datagram.packet(), 0, again, 14, datagram.packet().length);
      assertThat(Datagram.of(again, 1).packet()).as("now right").isEqualTo(datagram.packet());
      again[again.length - 1] ^= 4;
      assertThat(Datagram.of(again, 1)).as("damaged").isNull();
    }
  }

  @Test
  void aFragmentIsNone() {
    byte[] frame = Frames.unfinished("10.0.0.9", "10.0.0.100", 7000, 5060, WORD);
    byte[] first = frame.clone();
    first[14 + 6] = 0x20;
    assertThat(Datagram.of(first, 1)).isNull();
    byte[] later = frame.clone();
    later[14 + 7] = 1;
    assertThat(Datagram.of(later, 1)).isNull();
  }

  @Test
  void whatIsCutShortIsNone() {
    byte[] frame = Frames.unfinished("fd00::9", "fd00::100", 7000, 5060, WORD);
    for (int length = 0; length < frame.length - 3; length++) {
      assertThat(Datagram.of(Arrays.copyOf(frame, length), 1)).isNull();
    }
    assertThat(Datagram.of(HexFormat.of().parseHex(SEEN.substring(0, 60)), 1)).isNull();
  }
}
