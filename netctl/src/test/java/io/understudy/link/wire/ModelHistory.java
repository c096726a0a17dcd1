package io.understudy.link.wire;

import java.util.SortedMap;

/** The product's rule of what two logs have in common, for the model. */
public final class ModelHistory {
  private ModelHistory() {}

  /** As {@link LogHistory#common}. */
  public static long common(SortedMap<Long, Long> starts, long epoch, long position) {
    return new LogHistory(starts).common(epoch, position);
  }
}
