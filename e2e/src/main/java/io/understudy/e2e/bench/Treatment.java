package io.understudy.e2e.bench;

/** How a measured server runs. */
enum Treatment {
  /** Without the agent. */
  BARE,
  /** With the agent, writing a journal. */
  RECORD,
  /** As the primary of a pair; only the primary's process is measured. */
  PAIR
}
