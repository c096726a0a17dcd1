package io.understudy.link.wire;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many connections were closed for each reason. */
public final class LinkCounters {
  private final Map<CloseReason, AtomicLong> closed = new EnumMap<>(CloseReason.class);

  LinkCounters() {
    for (CloseReason reason : CloseReason.values()) {
      closed.put(reason, new AtomicLong());
    }
  }

  void count(CloseReason reason) {
    closed.get(reason).incrementAndGet();
  }

  public long closed(CloseReason reason) {
    return closed.get(reason).get();
  }
}
