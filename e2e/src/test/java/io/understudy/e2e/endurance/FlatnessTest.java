package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlatnessTest {
  private static final int VALUES = 60;
  private static final int WARM_UP = 15;

  private final Random random = new Random(3);

  private static List<Double> values(IntToDoubleFunction of) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      values.add(of.applyAsDouble(i));
    }
    return values;
  }

  private Map<Vital, List<Double>> level() {
    Map<Vital, List<Double>> series = new EnumMap<>(Vital.class);
    for (Vital vital : Vital.values()) {
      series.put(vital, values(i -> 40 + random.nextDouble()));
    }
    return series;
  }

  @ParameterizedTest
  @EnumSource
  void findsALeak(Vital vital) {
    Map<Vital, List<Double>> series = level();
    double each = (40 * 0.05 + vital.slack()) / 30 * 1.3;
    series.put(vital, values(i -> 40 + each * i + random.nextDouble()));

    assertThat(Flatness.rising(series, WARM_UP))
        .singleElement()
        .asString()
        .startsWith(vital.text() + " rises from ");
  }

  @Test
  void bearsNoiseAndBursts() {
    Map<Vital, List<Double>> series = level();
    series.put(Vital.BACKUP_LAG_MS, values(i -> i % 7 == 0 ? 400 : 2));

    assertThat(Flatness.rising(series, WARM_UP)).isEmpty();
  }

  @Test
  void leavesOutTheWarmUp() {
    Map<Vital, List<Double>> series = level();
    series.put(Vital.PRIMARY_HEAP_MB, values(i -> Math.min(i, WARM_UP)));

    assertThat(Flatness.rising(series, WARM_UP)).isEmpty();
    assertThat(Flatness.rising(series, 0)).hasSize(1);
  }

  @Test
  void saysNothingOfAFewValues() {
    Map<Vital, List<Double>> series = level();
    series.put(Vital.PRIMARY_HEAP_MB, List.of(1.0, 1.0));

    assertThat(Flatness.rising(series, WARM_UP))
        .containsExactly("primary heap mb: only 0 values after warm-up, 9 are needed");
  }

  @Test
  void readsTheHistogram() {
    String text = " num  #instances  #bytes\n   1:  10  20  [B\nTotal        30        4096\n";
    assertThat(Vitals.total(text)).isEqualTo(4096);
    assertThatThrownBy(() -> Vitals.total("no such process")).hasMessageContaining("no histogram");
  }
}
