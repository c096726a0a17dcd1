package io.understudy.engine.log;

/**
 * First byte of every record. Changing a number or the layout behind it needs a new {@link
 * #FORMAT}.
 */
public final class RecordKind {
  /** Version of the record format; stands in every journal segment and in the handshake. */
  public static final int FORMAT = 4;

  /** reason (byte), thread id (unsigned): a thread that had given up the turn has it again. */
  public static final int GRANT = 0x01;

  /** thread id (unsigned), event (byte), its number (signed): an unmanaged thread reached us. */
  public static final int EXTERNAL = 0x02;

  /** signed delta to the last System.nanoTime. */
  public static final int NANOS = 0x10;

  /** signed delta to the last System.currentTimeMillis. */
  public static final int MILLIS = 0x11;

  /** signed delta, in ns, to the last wall clock of VM.getNanoTimeAdjustment. */
  public static final int WALL_NANOS = 0x12;

  /** native id (unsigned), results. */
  public static final int CALL = 0x20;

  /** native id (unsigned), class name, message and error number (signed) of the exception. */
  public static final int THROW = 0x21;

  /** native id (unsigned), fd, length, hash: something left the server. */
  public static final int OUTPUT = 0x22;

  /**
   * class name's hash and length (4 bytes each, big-endian), then a CALL or THROW of that length:
   * made inside a static initialiser of the JDK. Skipped by a node that has run the initialiser
   * before, outside the log.
   */
  public static final int INITIALISER = 0x24;

  /**
   * hash of native and name, and length (4 bytes each, big-endian); 0 and what is compared, or 1,
   * class name, message and error number of the exception: a call on a file that each node has its
   * own of. Skipped by a node that did not make it.
   */
  public static final int FILE = 0x25;

  /** status (signed): the program ended. */
  public static final int EXIT = 0x30;

  private RecordKind() {}

  /** Name for reports; never null. */
  public static String name(int kind) {
    return switch (kind) {
      case GRANT -> "GRANT";
      case EXTERNAL -> "EXTERNAL";
      case NANOS -> "NANOS";
      case MILLIS -> "MILLIS";
      case WALL_NANOS -> "WALL_NANOS";
      case CALL -> "CALL";
      case THROW -> "THROW";
      case OUTPUT -> "OUTPUT";
      case INITIALISER -> "INITIALISER";
      case FILE -> "FILE";
      case EXIT -> "EXIT";
      case -1 -> "end of log";
      default -> "unknown kind " + kind;
    };
  }
}
