package io.understudy.weaver.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Form of the file: magic, version, identity, entries, and a CRC-32 over all of it. Numbers are
 * big-endian, strings modified UTF-8 ({@link java.io.DataOutput#writeUTF}).
 */
final class KeptFile {
  private static final int MAGIC = 0x55574f56; // "UWOV"
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private KeptFile() {}

  static byte[] write(KeptClasses kept, String identity) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeUTF(identity);
    for (Map.Entry<String, Map<String, KeptClasses.Kept>> group : kept.all().entrySet()) {
      out.writeUTF(group.getKey());
      out.writeInt(group.getValue().size());
      for (Map.Entry<String, KeptClasses.Kept> e : group.getValue().entrySet()) {
        out.writeUTF(e.getKey());
        out.writeLong(e.getValue().stamp);
        out.writeInt(e.getValue().bytes.length);
        out.write(e.getValue().bytes);
      }
    }
    out.writeUTF("");
    out.writeInt((int) checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /**
   * Reads what was kept.
   *
   * @throws IOException the file is damaged, of another version, or of another agent or JDK
   */
  static KeptClasses read(byte[] file, String identity) throws IOException {
    int length = file.length - CHECKSUM_BYTES;
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    if (length < 0 || in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("it is none of this version");
    }
    DataInputStream end = new DataInputStream(new ByteArrayInputStream(file, length, 4));
    if (end.readInt() != (int) checksum(file, length)) {
      throw new IOException("its checksum is wrong");
    }
    if (!in.readUTF().equals(identity)) {
      throw new IOException("it belongs to another agent or JDK");
    }
    KeptClasses kept = new KeptClasses();
    for (String group = in.readUTF(); !group.isEmpty(); group = in.readUTF()) {
      for (int n = in.readInt(); n > 0; n--) {
        String name = in.readUTF();
        long stamp = in.readLong();
        byte[] bytes = in.readNBytes(in.readInt());
        kept.keep(group, name, stamp, bytes);
      }
    }
    kept.restored();
    return kept;
  }

  /** The CRC-32 of the first bytes. */
  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
