package io.understudy.link.journal.cli;

import java.util.List;

/** A byte of a log whose records cannot be told apart. */
final class ByteRecord {
  private static final LogRecord[] ALL = new LogRecord[256];

  static {
    for (int i = 0; i < ALL.length; i++) {
      String text = String.valueOf(i);
      ALL[i] = new LogRecord("BYTE", null, 1, LogRecord.NOBODY, List.of(LogField.of("is", text)));
    }
  }

  private ByteRecord() {}

  static LogRecord of(byte value) {
    return ALL[value & 0xff];
  }
}
