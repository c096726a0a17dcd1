package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/**
 * Files of which each node has its own. The call is made on both; the primary logs what it saw. A
 * backup that reads other bytes has diverged; what a file's name, size or time says comes from the
 * primary. A record that one node lacks (the JDK opens files of its own at other times) is passed
 * over: records are found by native and name. All methods run on the turn holder, behind the real
 * call, and throw what the native threw.
 */
public final class LocalFiles {
  private LocalFiles() {}

  /** An opening: fails on both nodes or on neither. */
  public static long opened(
      ManagedThread t, int id, String name, Throwable thrown, long fd, Object owner)
      throws Throwable {
    if (thrown == null) {
      int number = owner == null ? (int) fd : Descriptor.get(FileNames.descriptor(owner));
      FileNames.put(number, name);
    }
    read(t, id, name, thrown, 0, 0); // the numbers may differ
    return fd;
  }

  /** A read; {@code hash} is that of the bytes. */
  public static long read(
      ManagedThread t, int id, String name, Throwable thrown, long result, int hash)
      throws Throwable {
    if (isCompared(t, name)) {
      if (Turn.recording()) {
        LogWriter w = begin(t, id, name, thrown);
        if (thrown == null) {
          w.signed(result);
          w.signed(hash);
        }
        w.end();
      } else if (Turn.replaying() && found(id, name)) {
        LogReader r = Log.reader();
        Throwable logged = thrown(t, r);
        long loggedResult = logged == null ? r.signed() : 0;
        int loggedHash = logged == null ? (int) r.signed() : 0;
        if ((logged == null) != (thrown == null)
            || loggedResult != (thrown == null ? result : 0)
            || loggedHash != (thrown == null ? hash : 0)) {
          Divergence.report(
              describe(id, name, thrown, result, hash),
              describe(id, name, logged, loggedResult, loggedHash)
                  + "\n Give both nodes the same file, or declare it with input=");
        }
      }
    }
    return result(thrown, result);
  }

  /** A write: only a failure is logged. */
  public static long written(ManagedThread t, int id, String name, Throwable thrown, long result)
      throws Throwable {
    if (thrown != null && isCompared(t, name)) {
      if (Turn.replaying() && !found(id, name)) {
        Divergence.report(
            describe(id, name, thrown, result, 0),
            "no failure of this write. Does this node's disk have room?");
      }
      if (Turn.recording()) {
        begin(t, id, name, thrown).end();
      } else if (Turn.replaying()) {
        thrown(t, Log.reader());
      }
    }
    return result(thrown, result);
  }

  /** What is known of a file without reading it, and changes of its name: the primary's. */
  public static long value(ManagedThread t, int id, String name, Throwable thrown, long result)
      throws Throwable {
    return fields(t, id, name, thrown, result, null);
  }

  /** As {@link #value}, of a native that fills the fields of {@code target}, if there is one. */
  public static long fields(
      ManagedThread t, int id, String name, Throwable thrown, long result, Object target)
      throws Throwable {
    if (isCompared(t, name)) {
      if (Turn.recording()) {
        LogWriter w = begin(t, id, name, thrown);
        if (thrown == null) {
          w.signed(result);
          if (target != null) {
            ObjectCodec.writeNumbers(t, w, target);
          }
        }
        w.end();
      } else if (Turn.replaying() && found(id, name)) {
        Throwable logged = thrown(t, Log.reader());
        long value = result(logged, logged == null ? Log.reader().signed() : 0);
        if (target != null) {
          ObjectCodec.readNumbers(t, target);
        }
        return value;
      }
    }
    return result(thrown, result);
  }

  /** As {@link #value}, of a native that returns names: in the primary's order. */
  public static Object object(ManagedThread t, int id, String name, Throwable thrown, Object result)
      throws Throwable {
    if (isCompared(t, name)) {
      if (Turn.recording()) {
        LogWriter w = begin(t, id, name, thrown);
        if (thrown == null) {
          ObjectCodec.write(t, w, result, null);
        }
        w.end();
      } else if (Turn.replaying() && found(id, name)) {
        Throwable logged = thrown(t, Log.reader());
        if (logged != null) {
          throw logged;
        }
        return ObjectCodec.read(t, null);
      }
    }
    result(thrown, 0);
    return result;
  }

  private static long result(Throwable thrown, long result) throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    return result;
  }

  /** Whether what a call sees of this file is logged and compared. */
  public static boolean isCompared(ManagedThread t, String name) {
    return name != null && t.initialiser() == 0 && !FilePolicy.isAlike(name);
  }

  private static int key(int id, String name) {
    return name.hashCode() * 31 + id;
  }

  private static LogWriter begin(ManagedThread t, int id, String name, Throwable thrown) {
    LogWriter w = Log.writer();
    w.beginFile(key(id, name));
    w.byteValue(thrown == null ? 0 : 1);
    if (thrown != null) {
      Exceptions.write(t, w, thrown);
    }
    return w;
  }

  private static boolean found(int id, String name) {
    if (Log.reader().file(key(id, name))) {
      return true;
    }
    Boundary.miss(id);
    return false;
  }

  private static Throwable thrown(ManagedThread t, LogReader r) {
    return r.byteValue() == 0 ? null : Exceptions.read(t, r);
  }

  private static String describe(int id, String name, Throwable thrown, long result, int hash) {
    String what = Boundary.name(id) + " of the local file " + name + ": ";
    if (thrown != null) {
      return what + thrown;
    }
    return what + "result " + result + ", bytes of hash " + Integer.toHexString(hash);
  }
}
