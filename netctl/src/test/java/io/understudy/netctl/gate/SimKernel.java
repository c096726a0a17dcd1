package io.understudy.netctl.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The sets of a simulated kernel: elements end by its clock; a move of one that has ended is
 * refused, as {@code LeaseIT} shows of the real ones.
 */
public final class SimKernel implements TimedSets {
  private static final long MILLI = 1_000_000;

  private final Map<String, Long> ends = new HashMap<>();
  private final LongSupplier clock;
  private final Runnable step;
  private final Runnable opening;
  private final Runnable changed;
  private final boolean renewsBlindly;
  private final boolean answersLast;

  /**
   * @param clock of this kernel, in ns
   * @param step called before and after each call: the caller may be stopped there
   * @param opening called before an answer opens the gate
   * @param changed called when an element was put in
   * @param removed guards that it goes without
   */
  public SimKernel(
      LongSupplier clock, Runnable step, Runnable opening, Runnable changed, String removed) {
    this.clock = clock;
    this.step = step;
    this.opening = opening;
    this.changed = changed;
    this.renewsBlindly = removed.equals("blind-renewal");
    this.answersLast = removed.equals("old-answer");
  }

  /** The product's gate before this kernel. */
  public SilenceGate gate(long leaseMillis) {
    return new SilenceGate("eth0", leaseMillis, this, this::reset);
  }

  /** A new table. */
  public void reset() {
    ends.clear();
  }

  /** True if packets pass now. */
  public boolean open() {
    return in(GateRules.LIVE);
  }

  @Override
  public void add(String set, String device, long millis) {
    step.run();
    if (!in(set)) {
      put(set, millis);
    }
    step.run();
  }

  @Override
  public void map(
      String first, byte[] value, String second, byte[] other, String device, long millis) {
    add(first, device, millis);
    add(second, device, millis);
  }

  @Override
  public boolean move(String from, String to, String device, long millis) {
    step.run();
    if (!from.equals(to)) {
      opening.run();
    }
    boolean moved = in(from) || (renewsBlindly && from.equals(to));
    if (moved) {
      ends.remove(from);
      if (from.equals(to) || !in(to)) {
        put(to, millis);
      }
    }
    step.run();
    return moved;
  }

  @Override
  public boolean remove(String set, String device) {
    step.run();
    boolean removed = in(set);
    ends.remove(set);
    step.run();
    return removed;
  }

  @Override
  public long left(String set, String device) {
    step.run();
    return in(set) ? Math.max(1, (ends.get(set) - clock.getAsLong()) / MILLI) : 0;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void close() {}

  private void put(String set, long millis) {
    boolean lasts = answersLast && set.equals(GateRules.ASKING);
    ends.put(set, lasts ? Long.MAX_VALUE : clock.getAsLong() + millis * MILLI);
    changed.run();
  }

  private boolean in(String set) {
    Long end = ends.get(set);
    return end != null && end > clock.getAsLong();
  }
}
