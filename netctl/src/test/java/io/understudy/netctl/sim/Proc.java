package io.understudy.netctl.sim;

import java.util.ArrayList;
import java.util.List;

/** A process: it may be stopped, and dies once. */
final class Proc {
  final Host host;
  final String name;
  final List<Lane> lanes = new ArrayList<>();

  /** SIGSTOPs, and stalls of the scheduler, that have not ended. */
  int stops;

  boolean dead;

  Proc(Host host, String name) {
    this.host = host;
    this.name = name;
  }
}
