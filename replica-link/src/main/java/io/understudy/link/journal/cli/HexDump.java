package io.understudy.link.journal.cli;

import java.util.Locale;

/** Bytes in rows of sixteen: offset, hexadecimal, and ASCII with a dot for all else. */
final class HexDump {
  private static final int ROW = 16;

  private HexDump() {}

  static String of(byte[] bytes, String indent) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < bytes.length; row += ROW) {
      out.append(indent).append(String.format(Locale.ROOT, "%04x ", row));
      StringBuilder ascii = new StringBuilder();
      for (int i = row; i < row + ROW; i++) {
        if (i < bytes.length) {
          out.append(String.format(Locale.ROOT, " %02x", bytes[i]));
          ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        } else {
          out.append("   ");
        }
      }
      out.append("  ").append(ascii).append('\n');
    }
    return out.toString();
  }
}
