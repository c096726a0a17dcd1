package io.understudy.netctl.model;

import java.time.Duration;

/** What keeps two nodes from speaking and outputs from being lost, and how each is taken away. */
@SuppressWarnings("ImmutableEnumChecker") // the value of a cut is immutable, if not by its type
enum Guard {
  COMPARING_RENEWAL(116, "the kernel refuses to renew a lease that has run out", "blind-renewal"),
  ANSWER_IN_THE_KERNEL(
      226, "an answer opens the gate for as long as its question counts", "old-answer"),
  COMPARE_AND_SET(422, "the arbiter compares before it sets", "compare"),
  OUTPUT_COMMIT(103, "an output leaves when the backup has acknowledged it", "commit"),
  HELD_OUTPUTS(
      437, "a primary that lost its backup holds its outputs for an epoch", "hold-outputs"),
  LINK_EPOCH(
      7692,
      "a primary whose epoch may be over admits no backup, and none of a later one",
      "link-epoch"),
  WINNERS_WAIT(
      40,
      "the winner of an epoch waits for arbiter.hold + a lease",
      Cut.returns("TenurePlan", "outlasts", Duration.ZERO)),
  WHOSE_EPOCH(
      46, "an answer lets only the node speak that it names", Cut.returns("Holding", "is", true)),
  AGE_OF_ANSWERS(
      247,
      "an arbiter's answer counts for arbiter.hold from its question on",
      Cut.reads("ArbiterDesk", "confirmed", "holdNanos", Long.MAX_VALUE)),
  AGE_OF_CONSENTS(
      392,
      "a consent counts for arbiter.hold from the heartbeat on that it answers",
      Cut.returns("SentBeats", "left", Long.MAX_VALUE)),
  NO_CONSENT_AFTER_A_CLAIM(
      360,
      "a node that claims, or holds, an epoch consents to nothing",
      Cut.returns("Claims", "consents", true)),
  CONFIRMED_EPOCH(
      27,
      "while the arbiter is away a lapsed lease comes back only by the other node's word",
      Cut.returns("PeerWatch", "confirmsSince", true)),
  CLAIM_OF_A_KNOWN_EPOCH(
      292,
      "a backup claims only the epoch behind the one that it follows",
      Cut.reads("ArbiterDesk", "won", "1", Long.MAX_VALUE - 1)),
  GATE_BEFORE_WORD(
      35,
      "the gate is shut before the other node is told",
      Cut.returns("SilenceGate", "shut", null)),
  CONFIRMATION(
      97,
      "a lease is renewed while somebody confirms the epoch",
      Cut.returns("Lease", "allowance", Long.MAX_VALUE)),
  LEFT_FOR_GOOD(
      440,
      "an epoch is given up only by a server that never comes back",
      Cut.reads("AgentDesk", "gone", "3", true)),
  FORMER_WAIT(
      516,
      "the wait for a former speaker outlasts the next epoch of one's own",
      Cut.returns("Mandates", "awaitOther", null)),
  ARBITER(9, "an arbiter decides", "arbiter"),
  KERNEL_CLOCK(121, "the kernel's clock goes on while the node is stopped", "kernel-clock"),
  WHOLE_LOG(345, "a backup that has not caught up is not promoted", "behind");

  final String meaning;

  /** Where the search begins: the theme that shows it, and not too far before the run that does. */
  final long seed;

  /** In netctl's code; null if it is the model that goes without. */
  final Cut cut;

  /** In the model; empty if it is netctl's code. */
  final String removed;

  Guard(long seed, String meaning, String removed) {
    this.seed = seed;
    this.meaning = meaning;
    this.cut = null;
    this.removed = removed;
  }

  Guard(long seed, String meaning, Cut cut) {
    this.seed = seed;
    this.meaning = meaning;
    this.cut = cut;
    this.removed = "";
  }
}
