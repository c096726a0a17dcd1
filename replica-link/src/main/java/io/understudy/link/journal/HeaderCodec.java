package io.understudy.link.journal;

import io.understudy.engine.log.RecordKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The head of a segment file: magic (8), format version (4), length of the body (4), body, CRC32C
 * of all before it (4). Numbers are big-endian.
 */
final class HeaderCodec {
  /** Bumped whenever a journal of an older version could no longer be replayed as it is. */
  static final int FORMAT_VERSION = RecordKind.FORMAT;

  static final int FIXED = 16;
  private static final long MAGIC = 0x554E4453544A4E4CL; // "UNDSTJNL"
  private static final int MAX_BODY = 1 << 20;
  private static final int MAX_ENTRIES = 10_000;

  private HeaderCodec() {}

  static byte[] encode(JournalHeader header) throws IOException {
    ByteArrayOutputStream bodyBytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bodyBytes);
    writeString(body, header.cluster());
    body.writeLong(header.epoch());
    body.writeLong(header.start());
    body.write(header.previousDigest().bytes());
    Map<String, String> identity = header.identity();
    body.writeInt(identity.size());
    for (Map.Entry<String, String> e : identity.entrySet()) {
      writeString(body, e.getKey());
      writeString(body, e.getValue());
    }
    long[] seeds = header.seeds().values();
    body.writeInt(seeds.length);
    for (long seed : seeds) {
      body.writeLong(seed);
    }
    byte[] b = bodyBytes.toByteArray();
    if (b.length > MAX_BODY) {
      throw new IOException(
          "the identity of this server takes "
              + b.length
              + " bytes, over the limit of "
              + MAX_BODY);
    }
    ByteBuffer out = ByteBuffer.allocate(FIXED + b.length + 4);
    out.putLong(MAGIC).putInt(FORMAT_VERSION).putInt(b.length).put(b);
    CRC32C crc = new CRC32C();
    crc.update(out.array(), 0, FIXED + b.length);
    return out.putInt((int) crc.getValue()).array();
  }

  /**
   * Length of the whole head, judged by its first {@link #FIXED} bytes.
   *
   * @throws JournalException if this is no segment, or one of another format version
   */
  static int lengthOf(ByteBuffer fixed, Path file) throws JournalException {
    if (fixed.getLong(0) != MAGIC) {
      throw new JournalException(
          JournalException.Code.WRONG_MAGIC,
          file
              + " is not a journal segment: its first bytes are foreign; nothing was replayed;"
              + " remove the file or give another journal directory");
    }
    int version = fixed.getInt(8);
    if (version != FORMAT_VERSION) {
      throw new JournalException(
          JournalException.Code.WRONG_VERSION,
          file
              + " has journal format version "
              + version
              + ", this release reads version "
              + FORMAT_VERSION
              + "; its records would be misread; replay it with the release that"
              + " wrote it, or begin in an empty journal directory");
    }
    int body = fixed.getInt(12);
    if (body < 0 || body > MAX_BODY) {
      throw damaged(file, "its header claims " + body + " bytes");
    }
    return FIXED + body + 4;
  }

  /** Decodes a whole head. */
  static JournalHeader decode(byte[] head, Path file) throws JournalException {
    CRC32C crc = new CRC32C();
    crc.update(head, 0, head.length - 4);
    ByteBuffer in = ByteBuffer.wrap(head);
    if (in.getInt(head.length - 4) != (int) crc.getValue()) {
      throw damaged(file, "its header fails its checksum");
    }
    in.position(FIXED).limit(head.length - 4);
    try {
      String cluster = readString(in);
      long epoch = in.getLong();
      long start = in.getLong();
      byte[] digest = new byte[Digest.LENGTH];
      in.get(digest);
      TreeMap<String, String> identity = new TreeMap<>();
      for (int n = count(in, file); n > 0; n--) {
        String name = readString(in);
        identity.put(name, readString(in));
      }
      long[] seeds = new long[count(in, file)];
      for (int i = 0; i < seeds.length; i++) {
        seeds[i] = in.getLong();
      }
      return new JournalHeader(
          cluster, epoch, start, new Digest(digest), identity, new Seeds(seeds));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw damaged(file, "its header is cut short");
    }
  }

  static JournalException damaged(Path file, String what) {
    return new JournalException(
        JournalException.Code.DAMAGED,
        file
            + " is damaged: "
            + what
            + "; what follows cannot be replayed; restore the file from"
            + " the other node's journal");
  }

  private static int count(ByteBuffer in, Path file) throws JournalException {
    int n = in.getInt();
    if (n < 0 || n > MAX_ENTRIES) {
      throw damaged(file, "its header claims " + n + " entries");
    }
    return n;
  }

  private static void writeString(DataOutputStream out, String s) throws IOException {
    byte[] b = s.getBytes(StandardCharsets.UTF_8);
    out.writeInt(b.length);
    out.write(b);
  }

  private static String readString(ByteBuffer in) {
    int n = in.getInt();
    if (n < 0 || n > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] b = new byte[n];
    in.get(b);
    return new String(b, StandardCharsets.UTF_8);
  }
}
