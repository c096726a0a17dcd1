package io.understudy.engine.monitor;

import io.understudy.engine.turn.ManagedThread;

/** A monitor before which at least one managed thread stands. */
public final class ContendedMonitor {
  public final Object object;

  /** Null when the monitor is free. */
  public ManagedThread owner;

  int contenders;

  ContendedMonitor(Object object, ManagedThread owner) {
    this.object = object;
    this.owner = owner;
  }
}
