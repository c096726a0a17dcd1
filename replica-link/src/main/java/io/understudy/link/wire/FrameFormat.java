package io.understudy.link.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.message.LinkMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What goes over the connection: a preamble from each side, then frames of length (4, of all behind
 * it), type (1) and content. Control: a protobuf message. Log: position (8), CRC32C of the records
 * (4), whole records. Numbers are big-endian.
 */
final class FrameFormat {
  /** Bumped with every change that an older peer would misunderstand. */
  static final int PROTOCOL_VERSION = 2;

  static final byte[] PREAMBLE = "UNDSLINK".getBytes(StandardCharsets.US_ASCII);
  static final int LENGTH = 4;
  static final byte CONTROL = 1;
  static final byte LOG = 2;
  static final int LOG_HEAD = 13;

  /** Longest frame before the peer has been admitted. */
  static final int MAX_GREETING = 256 * 1024;

  /** Longest frame at all. */
  static final int MAX_FRAME = JournalWriter.MAX_APPEND + LOG_HEAD;

  private FrameFormat() {}

  static ByteBuf preamble() {
    return Unpooled.wrappedBuffer(PREAMBLE);
  }

  static ByteBuf control(LinkMessage message) {
    return Unpooled.wrappedBuffer(controlBytes(message));
  }

  static byte[] controlBytes(LinkMessage message) {
    byte[] content = message.toByteArray();
    return ByteBuffer.allocate(LENGTH + 1 + content.length)
        .putInt(1 + content.length)
        .put(CONTROL)
        .put(content)
        .array();
  }

  /** Puts all of a log frame but its records. */
  static void logHead(LogSource.Chunk chunk, ByteBuffer out) {
    int length = chunk.to - chunk.from;
    out.putInt(LOG_HEAD + length).put(LOG).putLong(chunk.position);
    out.putInt(checksum(chunk.data, chunk.from, length));
  }

  static int checksum(byte[] data, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, from, length);
    return (int) crc.getValue();
  }
}
