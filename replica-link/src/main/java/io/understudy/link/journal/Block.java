package io.understudy.link.journal;

/**
 * Whole records, unpacked.
 *
 * @param data the bytes, all of them
 * @param first log position of the first byte
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Block(byte[] data, long first) {
  long end() {
    return first + data.length;
  }
}
