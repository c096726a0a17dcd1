package io.understudy.agent.role;

import io.understudy.agent.status.Console;
import io.understudy.link.control.NetctlClient;
import io.understudy.link.message.StepTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the operator and netctl that this server has gone live. Set once, by the thread that goes
 * live and holds the turn meanwhile; all that takes time is done by whoever {@link #accept}s it.
 */
final class LiveNotice implements Consumer<NetctlClient> {
  private static final long NANOS_PER_MICRO = 1_000;

  private volatile long epoch;
  private volatile long position;
  private volatile int connections;
  private volatile long toldNanos;
  private volatile long endNanos;
  private volatile long liveNanos;

  /**
   * @param reset connections of the old primary that the server sees as reset
   * @param told {@link System#nanoTime} of the order to go live
   * @param end the same of the end of the log
   * @param live the same of now
   */
  void set(long newEpoch, long at, int reset, long told, long end, long live) {
    epoch = newEpoch;
    position = at;
    connections = reset;
    toldNanos = told;
    endNanos = end;
    liveNanos = live;
  }

  void print() {
    Console.line(
        "live in epoch "
            + epoch
            + " at position "
            + position
            + ", "
            + micros(liveNanos)
            + " us after the order; "
            + connections
            + " connections of the old primary are reset; unprotected");
  }

  @Override
  public void accept(NetctlClient client) {
    List<StepTiming> steps = new ArrayList<>();
    steps.add(step("log executed", endNanos));
    if (connections > 0) {
      steps.add(step(connections + " connections reset", liveNanos));
    }
    steps.add(step("live", liveNanos));
    client.promoted(epoch, position, steps);
    print();
  }

  private StepTiming step(String name, long at) {
    return StepTiming.newBuilder().setStep(name).setMicros(micros(at)).build();
  }

  private long micros(long at) {
    return Math.max(0, at - toldNanos) / NANOS_PER_MICRO;
  }
}
