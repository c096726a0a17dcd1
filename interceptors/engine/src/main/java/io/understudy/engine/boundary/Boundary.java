package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;
import java.util.Arrays;

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

  /** Adds the natives of a module, with ids from {@code first} on; any thread. */
  public static synchronized void add(int first, String[] nativeNames) {
    int size = first + nativeNames.length;
    if (size > names.length) {
      hits = Arrays.copyOf(hits, size);
      misses = Arrays.copyOf(misses, size);
      String[] more = Arrays.copyOf(names, size);
      System.arraycopy(nativeNames, 0, more, first, nativeNames.length);
      names = more;
    } else {
      System.arraycopy(nativeNames, 0, names, first, nativeNames.length);
    }
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

  /** All ids are below; not each is in use. */
  public static int size() {
    return names.length;
  }

  /** Class and method, as in {@code sun/nio/ch/Net#poll}. */
  public static String name(int id) {
    String[] all = names;
    return id >= 0 && id < all.length && all[id] != null ? all[id] : "native " + id;
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
    unsupported(what, "its results cannot be replicated yet. See docs/INTERCEPTION.md, kind X");
  }

  /**
   * As {@link #unsupported(String)}.
   *
   * @param why and what to do, for the operator
   */
  public static void unsupported(String what, String why) {
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
              + ": "
              + why
              + ". The server runs on unprotected");
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
