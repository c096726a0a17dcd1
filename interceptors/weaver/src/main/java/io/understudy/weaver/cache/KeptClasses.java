package io.understudy.weaver.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Class files that the weaver made of java.base, as long as the start lasts. What an earlier start
 * of the same agent on the same JDK build left is found here, what this one makes is added.
 *
 * <p>Any thread may ask; after {@link #close} nothing is found and nothing is kept.
 */
public final class KeptClasses {
  /** One class file, or a fact without one. */
  static final class Kept {
    /** Tells of what the class file was made. */
    final long stamp;

    /** {@link #UNCHANGED} where there was nothing to weave. */
    final byte[] bytes;

    Kept(long stamp, byte[] bytes) {
      this.stamp = stamp;
      this.bytes = bytes;
    }
  }

  /** An answer of {@link #find}: the class has nothing to weave. */
  public static final byte[] UNCHANGED = new byte[0];

  private final Map<String, Map<String, Kept>> groups = new LinkedHashMap<>();
  private boolean changed;
  private boolean closed;

  /** Keeps nothing beyond this start, and finds nothing. */
  public static KeptClasses none() {
    KeptClasses kept = new KeptClasses();
    kept.close();
    return kept;
  }

  /**
   * What was made of this, or null.
   *
   * @param group who asks: one name space
   * @param stamp of what it would be made
   */
  public synchronized byte[] find(String group, String name, long stamp) {
    Map<String, Kept> members = groups.get(group);
    Kept kept = closed || members == null ? null : members.get(name);
    return kept == null || kept.stamp != stamp ? null : kept.bytes;
  }

  /** The stamp kept under this name, or -1. */
  public synchronized long stamp(String group, String name) {
    Map<String, Kept> members = groups.get(group);
    Kept kept = closed || members == null ? null : members.get(name);
    return kept == null ? -1 : kept.stamp;
  }

  /** All names of a group, in the order in which they were added; empty if there is no such. */
  public synchronized List<String> names(String group) {
    Map<String, Kept> members = groups.get(group);
    return closed || members == null ? List.of() : new ArrayList<>(members.keySet());
  }

  /** Keeps a class file; {@link #UNCHANGED} is one, too. */
  public synchronized void keep(String group, String name, long stamp, byte[] bytes) {
    if (!closed) {
      groups.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(name, new Kept(stamp, bytes));
      changed = true;
    }
  }

  /** Forgets all: the start is over. */
  public synchronized void close() {
    closed = true;
    groups.clear();
  }

  synchronized boolean isChanged() {
    return changed && !closed;
  }

  /** As read from a file. */
  synchronized void restored() {
    changed = false;
  }

  synchronized Map<String, Map<String, Kept>> all() {
    return new LinkedHashMap<>(groups);
  }
}
