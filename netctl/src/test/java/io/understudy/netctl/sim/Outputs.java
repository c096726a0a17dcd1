package io.understudy.netctl.sim;

import io.understudy.link.commit.GateMode;
import java.util.function.LongConsumer;

/** What {@code CommitGate} does, for outputs without sockets; a test compares the two. */
public final class Outputs {
  private final LongConsumer leaves;
  private final boolean commits;
  private GateMode mode;
  private long committed;
  private long reported;
  private long left;
  private long end;

  /**
   * @param leaves gets the position of each output that is transmitted
   * @param commits false: outputs leave before they are acknowledged
   */
  public Outputs(GateMode mode, boolean commits, LongConsumer leaves) {
    this.mode = mode;
    this.commits = commits;
    this.leaves = leaves;
  }

  public void submit(long position) {
    end = position;
    transmit();
  }

  public void acknowledged(long position) {
    committed = Math.max(committed, position);
    transmit();
  }

  public void released(long position) {
    reported = Math.max(reported, position);
  }

  public void commit() {
    mode = GateMode.COMMIT;
  }

  public void alone() {
    mode = GateMode.ALONE;
    transmit();
  }

  public void promote() {
    left = Math.max(left, reported);
    mode = GateMode.ALONE;
    transmit();
  }

  public long releasedPosition() {
    return mode == GateMode.HOLDING ? reported : Math.max(reported, left);
  }

  public GateMode mode() {
    return mode;
  }

  private void transmit() {
    while (left < end && mayLeave(left + 1)) {
      left++;
      leaves.accept(left);
    }
  }

  private boolean mayLeave(long position) {
    return mode == GateMode.ALONE
        || (mode == GateMode.COMMIT && (!commits || position <= committed));
  }
}
