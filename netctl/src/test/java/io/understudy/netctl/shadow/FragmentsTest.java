package io.understudy.netctl.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FragmentsTest {
  private static final int PART = 1448;

  private final Fragments fragments = new Fragments();

  private static byte[] payload(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** What a sender makes of a packet too long for its network. */
  private static List<byte[]> cut(byte[] frame, boolean six, int id) {
    int header = six ? 54 : 34;
    int length = frame.length - header - 3; // the frames of the test are padded
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < length; at += PART) {
      int size = Math.min(PART, length - at);
      boolean more = at + size < length;
      int extra = six ? 8 : 0;
      ByteBuffer part = ByteBuffer.allocate(header + extra + size);
      part.put(frame, 0, header);
      if (six) {
        part.put((byte) 17).put((byte) 0).putShort((short) (at | (more ? 1 : 0))).putInt(id);
        part.putShort(18, (short) (8 + size)).put(20, (byte) 44);
      } else {
        part.putShort(16, (short) (20 + size)).putShort(18, (short) id);
        part.putShort(20, (short) (at / 8 | (more ? 0x2000 : 0)));
      }
      part.put(frame, header + at, size);
      parts.add(part.array());
    }
    return parts;
  }

  @Test
  void aDatagramIsWholeWhenItsLastPartHasComeInWhateverOrder() {
    for (int seed = 0; seed < 100; seed++) {
      boolean six = seed % 2 == 1;
      String net = six ? "fd00::" : "10.0.0.";
      byte[] payload = payload(2000 + 37 * seed, seed);
      byte[] frame = Frames.unfinished(net + 9, net + 100, 7000, 5060, payload);
      List<byte[]> parts = cut(frame, six, seed);
      Collections.shuffle(parts, new Random(seed));
      for (byte[] part : parts.subList(1, parts.size())) {
        assertThat(Datagram.of(part, 1)).isNull();
        assertThat(fragments.whole(part)).isNull();
      }
      Datagram whole = Datagram.of(fragments.whole(parts.get(0)), 1);
      assertThat(whole.length()).isEqualTo(payload.length);
      assertThat(Arrays.equals(whole.packet(), Datagram.of(frame, 1).packet()))
          .as("as if it had come whole, but for the number of the packet")
          .isEqualTo(six || seed == 0);
      assertThat(whole.packet()).endsWith(payload);
    }
  }

  @Test
  void whatIsNoFragmentStaysAsItIs() {
    byte[] frame = Frames.unfinished("10.0.0.9", "10.0.0.100", 7000, 5060, payload(10, 1));
    assertThat(fragments.whole(frame)).isSameAs(frame);
    assertThat(fragments.whole(new byte[9])).hasSize(9);
  }
}
