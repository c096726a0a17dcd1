package io.understudy.engine.log;

/**
 * The log of this JVM: its writer while it records, its reader while it replays. Both fields change
 * at promotion and are read anew at every use.
 */
public final class Log {
  private static volatile LogWriter writer;
  private static volatile LogReader reader;

  private Log() {}

  /** Used by the turn holder of a recording JVM. */
  public static LogWriter writer() {
    return writer;
  }

  /** Used by the turn holder of a replaying JVM. */
  public static LogReader reader() {
    return reader;
  }

  /** Hands records written so far to the sink. Turn holder only. */
  public static void publish(boolean urgent) {
    LogWriter w = writer;
    if (w != null) {
      w.publish(urgent);
    }
  }

  /** Installs the recording side. */
  public static void record(LogWriter to) {
    writer = to;
  }

  /** Installs the replaying side. */
  public static void replay(LogReader from) {
    reader = from;
  }

  /** Bytes of the log executed by this JVM so far; approximate when read by another thread. */
  public static long position() {
    LogWriter w = writer;
    if (w != null) {
      return w.position();
    }
    LogReader r = reader;
    return r == null ? 0 : r.position();
  }

  /** Records executed by this JVM so far; approximate when read by another thread. */
  public static long records() {
    LogWriter w = writer;
    LogReader r = reader;
    return (w == null ? 0 : w.records()) + (r == null ? 0 : r.records());
  }
}
