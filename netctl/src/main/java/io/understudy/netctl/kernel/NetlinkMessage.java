package io.understudy.netctl.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Builds netlink messages one behind the other (netlink(7), linux/netlink.h). Not thread-safe.
 *
 * <p>Numbers of the headers are in host order; attributes of nfnetlink are big-endian, those of
 * rtnetlink in host order.
 */
public final class NetlinkMessage {
  public static final int NLM_F_REQUEST = 0x1;
  public static final int NLM_F_ACK = 0x4;
  public static final int NLM_F_EXCL = 0x200;
  public static final int NLM_F_CREATE = 0x400;
  public static final int NLM_F_DUMP = 0x300;

  static final int HEADER = 16;
  private static final int ATTRIBUTE_HEADER = 4;
  private static final int NLA_F_NESTED = 0x8000;
  private static final int CAPACITY = 4096;

  private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY).order(ByteOrder.nativeOrder());
  private int start = -1;

  /** Ends the message before and begins the next; its sequence number is set when it is sent. */
  public NetlinkMessage message(int type, int flags) {
    finish();
    start = buffer.position();
    buffer.putInt(0).putShort((short) type).putShort((short) (flags | NLM_F_REQUEST));
    buffer.putInt(0).putInt(0);
    return this;
  }

  /** {@code struct nfgenmsg}; the resource id is big-endian. */
  public NetlinkMessage nfgen(int family, int resource) {
    buffer.put((byte) family).put((byte) 0);
    buffer.put((byte) (resource >>> 8)).put((byte) resource);
    return this;
  }

  /** Fixed part of a message behind its header. */
  public NetlinkMessage raw(byte... bytes) {
    buffer.put(bytes);
    return this;
  }

  /** Fixed part of a message: one number in host order. */
  public NetlinkMessage raw32(int value) {
    buffer.putInt(value);
    return this;
  }

  /** One attribute, padded to four bytes. */
  public NetlinkMessage attribute(int type, byte[] value) {
    buffer.putShort((short) (ATTRIBUTE_HEADER + value.length)).putShort((short) type).put(value);
    pad();
    return this;
  }

  /** A string attribute with its terminating zero. */
  public NetlinkMessage string(int type, String value) {
    return attribute(type, (value + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** A number in host order, as rtnetlink wants it. */
  public NetlinkMessage u32(int type, int value) {
    byte[] bytes = new byte[Integer.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(value);
    return attribute(type, bytes);
  }

  /** A big-endian number, as nfnetlink wants it. */
  public NetlinkMessage be64(int type, long value) {
    return attribute(type, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  /** An attribute that holds attributes. */
  public NetlinkMessage nested(int type, Consumer<NetlinkMessage> content) {
    int at = buffer.position();
    buffer.putShort((short) 0).putShort((short) (type | NLA_F_NESTED));
    content.accept(this);
    buffer.putShort(at, (short) (buffer.position() - at));
    return this;
  }

  /** Gives the messages the numbers from {@code first} on; returns the number of the last. */
  int number(int first) {
    finish();
    int sequence = first - 1;
    for (int at = 0; at < buffer.position(); at += aligned(buffer.getInt(at))) {
      buffer.putInt(at + 8, ++sequence);
    }
    return sequence;
  }

  byte[] array() {
    return buffer.array();
  }

  int length() {
    return buffer.position();
  }

  static int aligned(int length) {
    return (length + 3) & ~3;
  }

  private void finish() {
    if (start >= 0) {
      buffer.putInt(start, buffer.position() - start);
      pad();
      start = -1;
    }
  }

  private void pad() {
    while ((buffer.position() & 3) != 0) {
      buffer.put((byte) 0);
    }
  }
}
