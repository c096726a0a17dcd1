package io.understudy.netctl.sim;

/** What a run is about: which faults come, and how often one of them. */
enum Theme {
  /** All there is. */
  MIXTURE(
      Fault.STOP_NETCTL,
      Fault.STOP_SERVER,
      Fault.STOP_NODE,
      Fault.KILL_NETCTL,
      Fault.KILL_SERVER,
      Fault.KILL_SERVER,
      Fault.CRASH,
      Fault.CUT_BEATS,
      Fault.CUT_LINK,
      Fault.CUT_ALL,
      Fault.CUT_ARBITER,
      Fault.ARBITER_AWAY,
      Fault.BREAK_SESSION,
      Fault.BREAK_LINK,
      Fault.DROP_BACKUP,
      Fault.ORDER,
      Fault.ISOLATE,
      Fault.STOP_IN_A_STEP,
      Fault.FREEZE),
  /** Nodes that are stopped and go on after the other one has taken over. */
  ZOMBIES(
      Fault.STOP_IN_A_STEP,
      Fault.STOP_AT_OPENING,
      Fault.STOP_NETCTL,
      Fault.STOP_SPEAKER,
      Fault.CUT_LINK,
      Fault.FREEZE),
  /** Networks that part. */
  PARTITIONS(
      Fault.CUT_ALL,
      Fault.CUT_ALL,
      Fault.BREAK_LINK,
      Fault.ISOLATE,
      Fault.ISOLATE,
      Fault.CUT_ARBITER,
      Fault.KILL_SPEAKER,
      Fault.CUT_LINK,
      Fault.CUT_BEATS,
      Fault.CRASH),
  /** Servers that end and are started again, beside ones that go on. */
  RETURNS(
      Fault.STOP_SPEAKER,
      Fault.STOP_NODE,
      Fault.KILL_SPEAKER,
      Fault.KILL_SERVER,
      Fault.KILL_NETCTL,
      Fault.BREAK_SESSION),
  /** Operators who want it now. */
  ORDERS(Fault.ORDER, Fault.ORDER, Fault.CUT_ARBITER, Fault.CUT_LINK, Fault.STOP_NETCTL);

  @SuppressWarnings("ImmutableEnumChecker") // never written
  final Fault[] faults;

  Theme(Fault... faults) {
    this.faults = faults;
  }
}
