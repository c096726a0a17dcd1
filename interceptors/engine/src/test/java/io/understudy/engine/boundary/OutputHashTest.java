package io.understudy.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputHashTest {
  @Test
  void everyBytePayloadLengthAndAddressCount() {
    byte[] payload = new byte[37];
    Set<Integer> hashes = new HashSet<>();
    hashes.add(OutputHash.of(payload, null));
    for (int i = 0; i < payload.length; i++) {
      byte[] changed = payload.clone();
      changed[i] = 1;
      hashes.add(OutputHash.of(changed, null));
    }
    hashes.add(OutputHash.of(new byte[36], null));
    hashes.add(OutputHash.of(payload, new byte[16]));
    hashes.add(OutputHash.of(payload, new byte[28]));

    assertThat(hashes).hasSize(37 + 4);
  }

  @Test
  void equalOutputsAreEqual() {
    assertThat(OutputHash.of(new byte[] {1, 2}, new byte[] {3}))
        .isEqualTo(OutputHash.of(new byte[] {1, 2}, new byte[] {3}));
  }
}
