package io.understudy.agent.records;

import java.util.Arrays;

/** A place in log bytes. Passing the end is an {@link IllegalStateException}: they are damaged. */
final class Cursor {
  private static final int MAX_SHIFT = 63;

  private final byte[] data;
  private final int to;
  private int at;

  Cursor(byte[] data, int from, int to) {
    this.data = data;
    this.at = from;
    this.to = to;
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at == to;
  }

  int byteValue() {
    if (at >= to) {
      throw new IllegalStateException("a record reaches over the end of its block");
    }
    return data[at++] & 0xff;
  }

  /** LEB128. */
  long number() {
    long value = 0;
    for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
      int b = byteValue();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new IllegalStateException("a number in a record is too long");
  }

  /** LEB128 of a zig-zag number. */
  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A length and so many bytes. */
  byte[] bytes() {
    int length = length();
    skip(length);
    return Arrays.copyOfRange(data, at - length, at);
  }

  int length() {
    long length = number();
    if (length < 0 || length > to - at) {
      throw new IllegalStateException("a record claims " + length + " bytes");
    }
    return (int) length;
  }

  void skip(int bytes) {
    if (bytes > to - at) {
      throw new IllegalStateException("a record reaches over the end of its block");
    }
    at += bytes;
  }

  /** UTF-16 units behind their number plus one; null is 0. */
  String string() {
    int units = stringUnits();
    if (units < 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < units; i++) {
      text.append((char) number());
    }
    return text.toString();
  }

  /** Every unit takes a byte at least. */
  private int stringUnits() {
    long units = number() - 1;
    if (units < -1 || units > to - at) {
      throw new IllegalStateException("a record claims a string of " + units + " characters");
    }
    return (int) units;
  }
}
