package io.understudy.engine.log;

/**
 * Appends records to memory and hands them, whole, to a {@link LogSink}.
 *
 * <p>Used by the turn holder, or under the scheduler's lock while nobody holds the turn; so it
 * needs no lock of its own. Integers are LEB128, signed ones zig-zag.
 */
public final class LogWriter {
  private static final int CHUNK = 64 * 1024;

  /** Hand over without urgency when so many bytes have gathered. */
  private static final int GATHERED = 8 * 1024;

  private final LogSink sink;

  /** Null unless the operator asked for it. */
  private final RecordSites sites;

  private byte[] data = new byte[CHUNK];
  private int at;
  private int published;
  private long base;
  private boolean joined;

  /** Start of the record inside an INITIALISER, or -1. */
  private int inner = -1;

  private long records;

  /**
   * @param position log position, in bytes, of the first record to be written
   */
  public LogWriter(LogSink sink, long position) {
    this(sink, position, null);
  }

  /**
   * A writer that also notes where the program is.
   *
   * @param sites told of every record; null: nobody is
   */
  public LogWriter(LogSink sink, long position, RecordSites sites) {
    this.sink = sink;
    this.base = position;
    this.sites = sites;
  }

  /** Starts a record. */
  public void begin(int kind) {
    if (joined) {
      joined = false;
    } else if (at - published >= GATHERED) {
      publish(false);
    }
    ensure(32);
    if (sites != null) {
      sites.note(base + at, kind);
    }
    data[at++] = (byte) kind;
    records++;
  }

  /**
   * Writes a grant that the next record follows without a gap: both reach the backup together, so
   * that a crash never leaves a grant without its input.
   */
  public void grant(int reason, int threadId) {
    begin(RecordKind.GRANT);
    byteValue(reason);
    unsigned(threadId);
    joined = true;
  }

  /**
   * Starts a record inside a static initialiser of the JDK.
   *
   * @param jdkClass hash of the class's name
   */
  public void begin(int kind, int jdkClass) {
    skippable(RecordKind.INITIALISER, jdkClass);
    data[at++] = (byte) kind;
  }

  /**
   * Starts the record of a call on a local file.
   *
   * @param key by which a reader finds it
   */
  public void beginFile(int key) {
    skippable(RecordKind.FILE, key);
  }

  private void skippable(int kind, int key) {
    begin(kind);
    number(key);
    number(0);
    inner = at;
  }

  /** Ends a record. */
  public void end() {
    if (inner >= 0) {
      int end = at;
      at = inner - Integer.BYTES;
      number(end - inner);
      at = end;
      inner = -1;
    }
  }

  private void number(int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      data[at++] = (byte) (value >>> shift);
    }
  }

  public void byteValue(int value) {
    ensure(1);
    data[at++] = (byte) value;
  }

  public void unsigned(long value) {
    ensure(10);
    long v = value;
    while ((v & ~0x7fL) != 0) {
      data[at++] = (byte) (v | 0x80);
      v >>>= 7;
    }
    data[at++] = (byte) v;
  }

  public void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  /** Length and bytes. */
  public void bytes(byte[] source, int offset, int length) {
    unsigned(length);
    ensure(length);
    System.arraycopy(source, offset, data, at, length);
    at += length;
  }

  /** Length and bytes at a native address. */
  public void memory(long address, int length) {
    unsigned(length);
    ensure(length);
    Memory.read(address, data, at, length);
    at += length;
  }

  /** A string or null, as UTF-16 units. */
  public void string(String value) {
    if (value == null) {
      unsigned(0);
      return;
    }
    int n = value.length();
    unsigned(n + 1L);
    for (int i = 0; i < n; i++) {
      unsigned(value.charAt(i));
    }
  }

  /** Log position, in bytes, just behind what was written last. */
  public long position() {
    return base + at;
  }

  public long records() {
    return records;
  }

  /** Hands all whole records to the sink; an urgent call also passes on that it is urgent. */
  public void publish(boolean urgent) {
    if (at > published || urgent) {
      int from = published;
      published = at;
      sink.append(data, from, at, base + from, urgent);
    }
  }

  private void ensure(int more) {
    if (data.length - at >= more) {
      return;
    }
    int kept = at - published;
    byte[] next = new byte[Math.max(CHUNK, kept + more + 1024)];
    System.arraycopy(data, published, next, 0, kept);
    base += published;
    if (inner >= 0) {
      inner -= published;
    }
    data = next;
    at = kept;
    published = 0;
  }
}
