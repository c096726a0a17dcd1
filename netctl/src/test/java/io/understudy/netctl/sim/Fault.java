package io.understudy.netctl.sim;

/** What may befall a node, or what is between them, for a time. */
enum Fault {
  STOP_NETCTL,
  STOP_SERVER,
  STOP_NODE,
  /** That of the speaker, for longer than a takeover takes. */
  STOP_SPEAKER,
  /** The same, as soon as its netctl calls the kernel. */
  STOP_IN_A_STEP,
  /** As soon as a netctl has an answer that lets it open its gate. */
  STOP_AT_OPENING,
  KILL_NETCTL,
  KILL_SERVER,
  KILL_SPEAKER,
  /** The whole machine; it boots again. */
  CRASH,
  /** One way. */
  CUT_BEATS,
  /** One way. */
  CUT_LINK,
  /** Both ways between the nodes. */
  CUT_ALL,
  CUT_ARBITER,
  /** From the other node and the arbiter. */
  ISOLATE,
  ARBITER_AWAY,
  /** The server's connection to its netctl. */
  BREAK_SESSION,
  /** The connection between the servers, at both ends. */
  BREAK_LINK,
  DROP_BACKUP,
  ORDER,
  /** A virtual machine is paused: a known gap, only where it is asked for. */
  FREEZE
}
