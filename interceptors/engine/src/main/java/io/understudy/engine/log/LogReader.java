package io.understudy.engine.log;

/**
 * Reads records in the order in which the primary wrote them.
 *
 * <p>Used by one thread at a time: the turn holder, or the thread that gave the turn up last and
 * looks for whom the log grants it to.
 */
public final class LogReader {
  /** Remembered for the divergence report. */
  private static final int LAST = 32;

  /**
   * What the reader's user does at the end of the log, and when a record is not the one it needs.
   */
  public interface Listener {
    /** The log has ended; the caller holds the turn. */
    void ended();

    /** The next record is of another kind than the running program needs. Does not return. */
    void mismatch(String expected, String got);

    /** The record at which {@link #stopAt} said to stop is next. Does not return. */
    default void stop(long position, int kind) {
      throw new IllegalStateException("nobody knows how to stop at " + position);
    }
  }

  private final LogSource source;
  private final Listener listener;
  private byte[] data = new byte[0];
  private int at;
  private int to;
  private long base;

  /** Start of the record inside an INITIALISER at {@link #at}. */
  private int inner;

  /** Log position from which on no record is taken. */
  private long stop = Long.MAX_VALUE;

  private long skipped;
  private boolean ended;
  private long records;
  private final long[] lastPosition = new long[LAST];
  private final int[] lastKind = new int[LAST];

  public LogReader(LogSource source, Listener listener) {
    this.source = source;
    this.listener = listener;
  }

  /**
   * Takes the next record's kind byte if it is the expected one.
   *
   * @return false when the log has ended: this JVM now is live, and the caller makes the real call
   */
  public boolean next(int expectedKind) {
    int kind = peek();
    if (kind == expectedKind) {
      take();
      return true;
    }
    if (kind < 0) {
      listener.ended();
      return false;
    }
    listener.mismatch(RecordKind.name(expectedKind), RecordKind.name(kind));
    return false;
  }

  /**
   * Kind of the next record, without taking it. Blocks while there is none.
   *
   * @return -1 once the log has ended
   */
  public int peek() {
    int kind = first();
    while (kind == RecordKind.INITIALISER || kind == RecordKind.FILE) {
      skip();
      kind = first();
    }
    return kind;
  }

  /**
   * Enters the next record of a call on a local file that has this key; its contents are to be read
   * next. Skips others. Blocks while there is no record.
   *
   * @return false: the primary made no such call here
   */
  public boolean file(int key) {
    for (int kind = first();
        kind == RecordKind.FILE || kind == RecordKind.INITIALISER;
        kind = first()) {
      if (kind == RecordKind.FILE && number(at + 1) == key) {
        int contents = inner;
        take();
        at = contents;
        return true;
      }
      skip();
    }
    return false;
  }

  /**
   * Enters the next record if it was made inside the static initialiser of this JDK class; {@link
   * #peek} then sees what was made. Skips those of other classes. Blocks while there is no record.
   *
   * @return false: on the primary no managed thread ran this initialiser
   */
  public boolean initialiser(int jdkClass) {
    for (int kind = first();
        kind == RecordKind.INITIALISER || kind == RecordKind.FILE;
        kind = first()) {
      if (kind == RecordKind.INITIALISER && number(at + 1) == jdkClass) {
        at = inner;
        return true;
      }
      skip();
    }
    return false;
  }

  /** Passes over the INITIALISER or FILE that {@link #first} has seen. */
  private void skip() {
    at = inner + number(at + 1 + Integer.BYTES);
    skipped++;
  }

  /** Records of calls that this node did not make on a managed thread. */
  public long skipped() {
    return skipped;
  }

  private int first() {
    while (at >= to) {
      if (ended) {
        return -1;
      }
      LogSource.Chunk chunk = source.take();
      if (chunk == null) {
        ended = true;
        return -1;
      }
      data = chunk.data;
      base = chunk.position - chunk.from;
      at = chunk.from;
      to = chunk.to;
    }
    inner = at + 1 + 2 * Integer.BYTES;
    return data[at] & 0xff;
  }

  private int number(int from) {
    int value = 0;
    for (int i = from; i < from + Integer.BYTES; i++) {
      value = value << 8 | (data[i] & 0xff);
    }
    return value;
  }

  /** Takes the kind byte that {@link #peek} returned. */
  public void take() {
    if (base + at >= stop) {
      listener.stop(base + at, data[at] & 0xff);
    }
    int i = (int) (records % LAST);
    lastPosition[i] = base + at;
    lastKind[i] = data[at] & 0xff;
    at++;
    records++;
  }

  public int byteValue() {
    return data[at++];
  }

  public long unsigned() {
    long v = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = data[at++];
      v |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return v;
      }
    }
    throw new IllegalStateException("number too long in log at " + position());
  }

  public long signed() {
    long v = unsigned();
    return (v >>> 1) ^ -(v & 1);
  }

  /** Reads a length and so many bytes to {@code target}; returns the length. */
  public int bytes(byte[] target, int offset) {
    int n = (int) unsigned();
    System.arraycopy(data, at, target, offset, n);
    at += n;
    return n;
  }

  /** Reads a length and so many bytes to native memory; returns the length. */
  public int memory(long address) {
    int n = (int) unsigned();
    Memory.write(data, at, address, n);
    at += n;
    return n;
  }

  public String string() {
    int n = (int) unsigned() - 1;
    if (n < 0) {
      return null;
    }
    char[] c = new char[n];
    for (int i = 0; i < n; i++) {
      c[i] = (char) unsigned();
    }
    return new String(c);
  }

  /** Log position, in bytes, of the next byte to be read. */
  public long position() {
    return base + at;
  }

  /** Log position of the record that was taken last. */
  public long lastPosition() {
    return records == 0 ? 0 : lastPosition[(int) ((records - 1) % LAST)];
  }

  /**
   * Has {@link Listener#stop} called before the first record at or behind a position is taken.
   *
   * @param position log position, in bytes since genesis
   */
  public void stopAt(long position) {
    stop = position;
  }

  public long records() {
    return records;
  }

  /** True once the source has said that nothing follows. */
  public boolean ended() {
    return ended && at >= to;
  }

  /** The last records taken, oldest first, for a report. */
  public String lastEvents() {
    StringBuilder b = new StringBuilder();
    long n = records;
    for (long i = Math.max(0, n - LAST); i < n; i++) {
      int k = (int) (i % LAST);
      b.append("  ").append(lastPosition[k]).append(' ').append(RecordKind.name(lastKind[k]));
      b.append('\n');
    }
    return b.toString();
  }
}
