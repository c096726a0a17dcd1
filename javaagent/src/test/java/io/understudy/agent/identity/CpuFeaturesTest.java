package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuFeaturesTest {
  @Test
  void namesInstructionSetsOnly() {
    assertThat(CpuFeatures.of("processor\t: 0\nflags\t\t: fpu tsc sse4_2 avx2 fma nx\nbogomips: 1"))
        .isEqualTo("avx2 fma sse4_2");
  }

  @Test
  void anUnknownProcessorIsNoError() {
    assertThat(CpuFeatures.of("processor: 0")).isEqualTo("unknown");
  }
}
