package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.engine.log.LogSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogChainTest {
  private static final int BYTES = 3 * LogChain.LINK_BYTES + 17;

  private final byte[] log = new byte[BYTES];

  LogChainTest() {
    new Random(5).nextBytes(log);
  }

  private LogChain chain(int chunk, long limit) {
    LogChain.Builder builder = new LogChain.Builder(limit);
    for (int at = 0; at < log.length; at += chunk) {
      builder.add(new LogSource.Chunk(log, at, Math.min(log.length, at + chunk), at));
    }
    return builder.build();
  }

  @Test
  void doesNotDependOnHowTheLogWasCut() {
    LogChain one = chain(BYTES, Long.MAX_VALUE);

    assertThat(chain(1_000, Long.MAX_VALUE)).isEqualTo(one);
    assertThat(one.links()).hasSize(4);
    assertThat(one.end()).isEqualTo(BYTES);
  }

  @Test
  void endsAtTheLimit() {
    LogChain part = chain(1_000, 70_001);

    assertThat(part.end()).isEqualTo(70_001);
    assertThat(part).isEqualTo(chain(70_000, 70_001)).isNotEqualTo(chain(1_000, 70_002));
  }

  @Test
  void oneOtherByteBreaksItFromThereOn() {
    LogChain before = chain(BYTES, Long.MAX_VALUE);
    log[LogChain.LINK_BYTES + 5] ^= 1;
    LogChain after = chain(BYTES, Long.MAX_VALUE);

    assertThat(before.firstDifference(after)).isEqualTo(LogChain.LINK_BYTES);
    assertThat(before.value()).isNotEqualTo(after.value());
    assertThat(before.firstDifference(before)).isEqualTo(-1);
  }

  @Test
  void aShorterLogDiffers() {
    assertThat(chain(BYTES, Long.MAX_VALUE).firstDifference(chain(BYTES, LogChain.LINK_BYTES)))
        .isEqualTo(LogChain.LINK_BYTES);
  }
}
