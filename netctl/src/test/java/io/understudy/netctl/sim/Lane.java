package io.understudy.netctl.sim;

import java.util.ArrayDeque;

/** A thread of a process: what it has to do, in order. */
final class Lane {
  final Proc proc;
  final ArrayDeque<Runnable> pending = new ArrayDeque<>();

  /** Something is being done, and may be stalled. */
  boolean busy;

  /** The real thread that stands in a stall, or null. */
  Worker stalled;

  /** Tells its end from those of stalls before. */
  long stall;

  /** The stall is the whole process'. */
  boolean stops;

  /** The stall has ended, but the process is stopped. */
  boolean ready;

  Lane(Proc proc) {
    this.proc = proc;
    proc.lanes.add(this);
  }
}
