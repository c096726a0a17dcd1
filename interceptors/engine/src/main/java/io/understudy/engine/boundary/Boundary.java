package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;

/** The natives that have a bridge, and how this node treats them. */
public final class Boundary {
  private static volatile String[] names = new String[0];
  private static volatile long[] hits = new long[0];
  private static volatile int[] misses = new int[0];
  private static volatile OutputGate gate;
  private static volatile boolean offline;

  private Boundary() {}

  /** Installs the names of the natives, by id. Called by the weaver before the first bridge. */
  public static void install(String[] nativeNames) {
    hits = new long[nativeNames.length];
    misses = new int[nativeNames.length];
    names = nativeNames.clone();
  }

  /** Where outputs go; null: they are sent at once, or (offline) only compared. */
  public static void gate(OutputGate to) {
    gate = to;
  }

  static OutputGate gate() {
    return gate;
  }

  /** True in a replay without network: effects are taken from the log and not made. */
  public static void offline(boolean on) {
    offline = on;
  }

  static boolean offline() {
    return offline;
  }

  /** Number of natives that have a bridge; ids run from 0. */
  public static int size() {
    return names.length;
  }

  /** Class and method, as in {@code sun/nio/ch/Net#poll}. */
  public static String name(int id) {
    return id >= 0 && id < names.length ? names[id] : "native " + id;
  }

  /** How often managed threads called it; approximate when read by another thread. */
  public static long hits(int id) {
    return hits[id];
  }

  /** How often this backup's own result differed from the logged one, which won. */
  public static int softMismatches(int id) {
    return misses[id];
  }

  /** Sum of {@link #softMismatches(int)} over all natives. */
  public static long softMismatches() {
    long sum = 0;
    for (int n : misses) {
      sum += n;
    }
    return sum;
  }

  static void hit(int id) {
    hits[id]++;
  }

  static void miss(int id) {
    misses[id]++;
  }

  /** Bridge of a native that cannot be replicated: stops replication. */
  public static void unsupported(int id) {
    if (Turn.current() != null) {
      hit(id);
      unsupported("called " + name(id));
    }
  }

  /**
   * The turn holder does what cannot be replicated: stops replication.
   *
   * @param what as in "the server ...", for the operator
   */
  public static void unsupported(String what) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return;
    }
    if (Turn.replaying()) {
      stopReplay(t, what);
    }
    t.depth++;
    try {
      Promotion.abandon(
          "the server "
              + what
              + " on thread "
              + t
              + ", whose results cannot be replicated yet;"
              + " the server runs on unprotected. See docs/INTERCEPTION.md, kind X");
    } finally {
      t.depth--;
    }
  }

  /** There the primary's log ends, too; if it does not, this is not what the primary did. */
  private static void stopReplay(ManagedThread t, String what) {
    t.depth++;
    try {
      if (Log.reader().peek() >= 0) {
        Divergence.report(t + " " + what, "replication, which does not support it");
      }
      Promotion.goLive();
    } finally {
      t.depth--;
    }
  }
}
